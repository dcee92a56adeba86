-- What a trainee draws on the screen when she signs for a half-day: the path of her pen, in a frame of 400 by 150.
alter table training_attendances
  add column signature text not null default ''
    check (char_length(signature) <= 8000)
    check (signature ~ '^(M[0-9]{1,3} [0-9]{1,3}(L[0-9]{1,3} [0-9]{1,3})+)*$'),
  add check (signature = '' or signed_at is not null);
