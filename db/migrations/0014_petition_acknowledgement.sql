-- The petitioner was told that the petition is taken up: an event of its own, from which the instrument's clock stops.
alter table petition
  add column acknowledged_on date,
  add column acknowledged_channel text,
  add column acknowledgement_note text,
  add check ((acknowledged_on is null) = (acknowledged_channel is null));

-- An account asked for counts from the day it was asked for, not from a report's date.
update deadline set anchor_event = 'accountAsked', counting = jsonb_set(counting, '{anchor,event}', '"accountAsked"')
where key = 'accountDue' and anchor_event = 'reportDate';
