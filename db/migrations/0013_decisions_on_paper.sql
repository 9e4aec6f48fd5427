-- What the chair decided on paper: who (post and name) and, where the paper has one, its number; the page is attached.
alter table dialogue_request add column paper_approver text, add column paper_number text;
alter table topic_proposal add column paper_approver text, add column paper_number text;
alter table topic_appraisal add column paper_approver text, add column paper_number text;
alter table conclusion_item add column paper_approver text, add column paper_number text;
