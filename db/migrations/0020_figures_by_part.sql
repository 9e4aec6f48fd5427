-- Fields over 300 authorities: the months asked for, and what is still open of any month, without reading the rest.
create index figure_part_period on figure_part_month (part, month, authority_id);
create index figure_part_open on figure_part_month (part, authority_id) where open_petitions <> 0;
