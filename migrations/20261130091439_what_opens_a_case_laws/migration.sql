CREATE OR REPLACE TRIGGER contacts_not_of_the_erased BEFORE INSERT ON contacts FOR EACH ROW
  WHEN (NEW.summary IS NOT NULL) EXECUTE FUNCTION not_of_the_erased();
