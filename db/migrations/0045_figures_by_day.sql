-- Figures and the records behind them are read by day: of the 26,000 petitions of a large authority those of a quarter
-- took 29 ms, by this index 1 ms; the deadlines that fell due in a year 25 ms, now 13.
create index petition_received on petition (authority_id, received_on, id);
create index deadline_due on deadline (authority_id, due_on);
