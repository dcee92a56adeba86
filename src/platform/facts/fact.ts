/** Something that happened, named in the past tense by the module that did it. */
export interface Fact<Type extends string = string> {
  readonly type: Type;
}
