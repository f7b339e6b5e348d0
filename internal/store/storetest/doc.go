// Package storetest starts a PostgreSQL for tests: Debian's own, in a folder of
// the test, under an account without rights. Nothing but tests imports it.
package storetest
