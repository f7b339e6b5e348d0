package admin_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/issue/issuetest"
	"secondlook/internal/publish"
)

// compares is a prover that also judges example posts, or cannot just now.
type compares struct {
	issuetest.Proves
	asked int
	busy  bool
}

func (c *compares) Compare(context.Context, []byte, []byte) (*publish.Changes, error) {
	c.asked++
	if c.busy {
		return nil, errors.New("busy")
	}
	return &publish.Changes{Lines: []string{"Rule a.b gets louder."}, Posts: []publish.PostChange{
		{Draft: "A visit\n" + hostile, Account: "agency", Before: "clear", After: "caution"}, {Draft: "Tea", Account: "personal", Before: "hold", After: "note"}, {Draft: "Rain", Account: "both", Before: "note", After: "caution"}}}, nil
}

// The review shows the example posts that are met otherwise, as the engine judged
// them once; where it could not, it says so and what the rules say still stands.
func TestReviewShowsThePosts(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	prover := &compares{busy: true}
	s.desk.Prover = prover
	path := b.proposed()
	b.get(path).want(200, "could not be judged just now", "New rule visits.transport", "!Posts that are met otherwise")
	b.get("/admin/proof").want(200, "could not be judged just now", "New rule visits.transport")
	prover.busy = false
	asked := prover.asked
	for range 3 {
		b.get(path).want(200, "Posts that are met otherwise", "the agency's<td>nothing<td>a warning beside the post", "a worker's own<td>a question before posting<td>a quiet hint", "Rain<td>either<td>a quiet hint<td>a warning beside the post", "!<script>alert", "!could not be judged")
	}
	b.get("/admin/proof").want(200, "Posts that are met otherwise", "Rule a.b gets louder.")
	require.Equal(t, asked+1, prover.asked, "the same two bundles compare the same")
	b.post("/admin/file", "path", "words.yaml", "revision", "1", "text", "clients: []\n").want(200)
	b.get("/admin/proof").want(200, "were not tried yet", "!Posts that are met otherwise", "!could not be judged")
	require.Equal(t, asked+1, prover.asked, "rules that were not proved are not run")
}
