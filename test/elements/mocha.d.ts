// Web Test Runner puts mocha's functions into the page.
import 'mocha';
