// Package issue is where a signed release becomes the published one: it holds
// what approvers signed against what the agency has (internal/trust), proves
// the bundle once more, signs the head and has the store take it all in one
// transaction. The pages and the command line both publish through it. It
// never holds an approver's key; the one key it signs with is the head key,
// which speaks of freshness alone.
package issue
