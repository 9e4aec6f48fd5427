-- The pages of a superior ask what of each authority falls due from today on: few rows, among those of all fields and
-- agencies of all months.
create index figure_part_due on figure_part_month (authority_id, part_key) where part = 'due';
