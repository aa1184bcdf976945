/* all.ts - every test of the page, in one process with one browser and one server. */
import "./text_test";
import "./decision_test";
import "./page_test";
import "./failure_test";
import "./access_test";
