-- A report may be handed in with the number and date of the paper that was signed outside the program.
alter table report add column paper_number text, add column paper_dated_on date;
