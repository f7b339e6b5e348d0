// Package store keeps what the agency server knows, in SQLite or PostgreSQL:
// agencies, their members, working copies and reviews, and the signed notes
// and bundles as they were published. It believes nothing and refuses nothing
// for what it says (internal/issue does); what it holds to is that a release
// follows the one before, that an edit does not overwrite another, and that a
// token is spent once. It knows nothing of who reads, and has no clock.
package store
