-- What stands on an invitation and is typed or scanned at the door: eight signs, none of which is taken for another. It is
-- drawn when the invitee is listed, so that invitations can be printed long before the hall is opened, and outlives
-- new addresses of the hall and a restored backup.
create function new_invitation_code() returns text language sql volatile as $$
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(drawn.bytes, place) % 30, 1), '' order by place)
  from (select decode(md5(gen_random_uuid()::text), 'hex') as bytes) as drawn, generate_series(0, 7) as place
$$;
alter table invitee add column code text not null default new_invitation_code();
create unique index invitee_code on invitee (code);
