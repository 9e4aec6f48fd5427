-- Who signs a request for a dialogue leaves a name: to which wording of the notice they agreed is kept like the others'.
alter table data_consent drop constraint data_consent_subject_kind_check;
alter table data_consent add constraint data_consent_subject_kind_check
  check (subject_kind in ('submission', 'speechRegistration', 'dialogueRequest', 'requestSigner'));
