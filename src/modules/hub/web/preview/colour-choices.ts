/** Brand colours offered first, each in the range where the derived theme sings. */
export const brandSwatches = [
  { value: '#006650', label: 'Bocage' },
  { value: '#00539b', label: 'Large' },
  { value: '#37348b', label: 'Nuit' },
  { value: '#7a2a6b', label: 'Bruyère' },
  { value: '#b3401f', label: 'Brique' },
  { value: '#a3123a', label: 'Groseille' },
  { value: '#4b6113', label: 'Lisière' },
  { value: '#36505f', label: 'Ardoise' },
] as const;

export const accentSwatches = [
  { value: '#ffd000', label: 'Genêt' },
  { value: '#ff7a59', label: 'Corail' },
  { value: '#ff9ec7', label: 'Rose' },
  { value: '#79dcb0', label: 'Menthe' },
  { value: '#7cc7ff', label: 'Ciel' },
  { value: '#cfe84a', label: 'Pousse' },
] as const;
