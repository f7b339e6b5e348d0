package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// each runs a test on both databases, each new.
func each(t *testing.T, test func(t *testing.T, s *Store)) {
	t.Run("sqlite", func(t *testing.T) { test(t, opened(t, filepath.Join(t.TempDir(), "a ?#%.db"))) })
	t.Run("postgres", func(t *testing.T) { test(t, opened(t, postgres(t))) })
}

func opened(t *testing.T, name string) *Store {
	t.Helper()
	s, err := Open(t.Context(), name)
	require.NoError(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

// founded is a store with an agency and a member in it.
func founded(t *testing.T, s *Store, agency string) {
	t.Helper()
	require.NoError(t, s.AddAgency(t.Context(), Agency{ID: agency, Name: "Maple", Capability: "cap-" + agency, HeadKey: []byte{0, 255}, Created: 5}))
	require.NoError(t, s.AddMember(t.Context(), Member{ID: "m-" + agency, Agency: agency, Login: agency + "@example.org", Name: "Ann", Role: "author", Active: true}))
}

// nth is the publication of release n of an agency.
func nth(agency string, n int64) Publication {
	hash := func(n int64) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprintf("hash%d", n)
	}
	return Publication{
		Agency: agency, Previous: hash(n - 1), Blob: []byte{byte(n)},
		Releases: []Release{{Agency: agency, Seq: n, Hash: hash(n), Note: []byte("note"), Bundle: fmt.Sprint("blob", n)}},
		Head:     Head{Agency: agency, Seq: n, Issued: n * 10, Note: []byte("head")},
		Entry:    Entry{Agency: agency, What: "publish", About: fmt.Sprint(n)},
	}
}

func TestPublishFollows(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		founded(t, s, "maple")
		require.ErrorIs(t, s.Publish(ctx, nth("maple", 2)), ErrNotNext)
		require.NoError(t, s.Publish(ctx, nth("maple", 1)))
		require.ErrorIs(t, s.Publish(ctx, nth("maple", 1)), ErrNotNext)
		other := nth("maple", 2)
		other.Previous = "another past"
		require.ErrorIs(t, s.Publish(ctx, other), ErrNotNext)
		require.NoError(t, s.Publish(ctx, nth("maple", 2)))

		newest, err := s.Newest(ctx, "maple")
		require.NoError(t, err)
		require.Equal(t, int64(2), newest.Seq)
		heads, err := s.Heads(ctx)
		require.NoError(t, err)
		require.Equal(t, []Head{{"maple", 2, 20, []byte("head")}}, heads)
		b, err := s.Blob(ctx, "maple", "blob2")
		require.NoError(t, err)
		require.Equal(t, []byte{2}, b)
		log, err := s.Log(ctx, "maple", 0, 10)
		require.NoError(t, err)
		require.Len(t, log, 2, "what was refused is not in the log")

		// of two heads made from one, the second does nothing
		require.NoError(t, s.PutHead(ctx, Head{"maple", 2, 30, []byte("first")}, 20))
		require.NoError(t, s.PutHead(ctx, Head{"maple", 2, 31, []byte("second")}, 20))
		heads, err = s.Heads(ctx)
		require.NoError(t, err)
		require.Equal(t, "first", string(heads[0].Note))
	})
}

// A publication that fails at its last step leaves nothing.
func TestPublishIsWholeOrNot(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		founded(t, s, "maple")
		p := nth("maple", 1)
		p.Roots = map[int64][]byte{1: []byte("root")}
		p.Entry.Agency = "nobody" // the log's foreign key refuses it
		require.Error(t, s.Publish(t.Context(), p))
		_, err := s.Newest(t.Context(), "maple")
		require.ErrorIs(t, err, ErrNotFound)
		_, err = s.Blob(t.Context(), "maple", "blob1")
		require.ErrorIs(t, err, ErrNotFound)
		roots, err := s.Roots(t.Context(), "maple")
		require.NoError(t, err)
		require.Empty(t, roots)
	})
}

// Of many who publish at once, over two connections to one database, one wins
// each number and nothing is there twice.
func TestPublishAtOnce(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		founded(t, s, "maple")
		second := opened(t, s.source)
		var wg sync.WaitGroup
		var mu sync.Mutex
		won := map[int64]int{}
		for i := range 8 {
			on := []*Store{s, second}[i%2]
			wg.Go(func() {
				for n := int64(1); n <= 5; {
					err := on.Publish(context.WithoutCancel(t.Context()), nth("maple", n))
					switch {
					case err == nil:
						mu.Lock()
						won[n]++
						mu.Unlock()
						n++
					case errors.Is(err, ErrNotNext):
						n++
					case !errors.Is(err, ErrBusy):
						t.Error(err)
						return
					}
				}
			})
		}
		wg.Wait()
		all, err := s.Releases(t.Context(), "maple", 100)
		require.NoError(t, err)
		require.Len(t, all, len(won))
		require.NotEmpty(t, won)
		for n, times := range won {
			require.Equal(t, 1, times, "release %d", n)
		}
	})
}

func TestTokenIsSpentOnce(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		require.NoError(t, s.AddToken(ctx, Token{Hash: "h", Purpose: "first", Created: 1, Expires: 100}))
		_, err := s.SpendToken(ctx, "h", "invite", 50)
		require.ErrorIs(t, err, ErrNotFound, "of another purpose")
		_, err = s.SpendToken(ctx, "h", "first", 100)
		require.ErrorIs(t, err, ErrNotFound, "over")
		var wg sync.WaitGroup
		var mu sync.Mutex
		spent := 0
		for range 8 {
			wg.Go(func() {
				if _, err := s.SpendToken(ctx, "h", "first", 50); err == nil {
					mu.Lock()
					spent++
					mu.Unlock()
				}
			})
		}
		wg.Wait()
		require.Equal(t, 1, spent)
	})
}

func TestMembersAndSessions(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		founded(t, s, "maple")
		founded(t, s, "oak")
		require.ErrorIs(t, s.AddMember(ctx, Member{ID: "x", Agency: "oak", Login: "maple@example.org", Role: "author"}), ErrExists)
		require.Error(t, s.AddMember(ctx, Member{ID: "y", Agency: "oak", Login: "y", Role: "owner"}), "a role that is none")
		_, err := s.Member(ctx, "oak", "m-maple")
		require.ErrorIs(t, err, ErrNotFound, "another agency's")

		m, err := s.MemberByLogin(ctx, "maple@example.org")
		require.NoError(t, err)
		m.Role, m.TOTP = "administrator", []byte("sealed")
		require.NoError(t, s.SetMember(ctx, m))
		require.NoError(t, s.SpendStep(ctx, "maple", m.ID, 7))
		require.ErrorIs(t, s.SpendStep(ctx, "maple", m.ID, 7), ErrNotFound, "a code is good once")

		require.NoError(t, s.AddSession(ctx, Session{"h", m.ID, 1, 1, 100}))
		n, who, err := s.Session(ctx, "h", 50)
		require.NoError(t, err)
		require.Equal(t, int64(100), n.Expires)
		require.Equal(t, int64(7), who.TOTPAt)
		require.Equal(t, "administrator", who.Role)
		_, _, err = s.Session(ctx, "h", 100)
		require.ErrorIs(t, err, ErrNotFound)
		m.Active = false
		require.NoError(t, s.SetMember(ctx, m))
		_, _, err = s.Session(ctx, "h", 50)
		require.ErrorIs(t, err, ErrNotFound, "who is no longer a member is signed out")
		require.NoError(t, s.Sweep(ctx, 100))
		m.Active = true
		require.NoError(t, s.SetMember(ctx, m))
		_, _, err = s.Session(ctx, "h", 50)
		require.ErrorIs(t, err, ErrNotFound, "swept")
	})
}

func TestEditsDoNotOverwrite(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		founded(t, s, "maple")
		w := Working{Agency: "maple", Path: "rules/a.yaml", Text: "one", Editor: "m-maple"}
		next, err := s.PutWorking(ctx, w)
		require.NoError(t, err)
		require.Equal(t, int64(1), next)
		_, err = s.PutWorking(ctx, w)
		require.ErrorIs(t, err, ErrStale)
		w.Revision, w.Text = 1, "two"
		next, err = s.PutWorking(ctx, w)
		require.NoError(t, err)
		require.Equal(t, int64(2), next)
		_, err = s.PutWorking(ctx, w)
		require.ErrorIs(t, err, ErrStale)
		require.ErrorIs(t, s.DropWorking(ctx, "maple", w.Path, 1), ErrStale)
		files, err := s.WorkingFiles(ctx, "maple")
		require.NoError(t, err)
		require.Equal(t, "two", files[0].Text)
		require.NoError(t, s.DropWorking(ctx, "maple", w.Path, 2))
	})
}

func TestProposals(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		founded(t, s, "maple")
		for want := int64(1); want <= 2; want++ {
			n, err := s.AddProposal(ctx, Proposal{Agency: "maple", Bundle: "b", Editor: "m-maple", Made: 3}, []byte("rules"))
			require.NoError(t, err)
			require.Equal(t, want, n)
		}
		r := Review{"maple", 1, "m-maple", false, "no", 4}
		require.NoError(t, s.PutReview(ctx, r))
		r.Approves, r.Note = true, "yes"
		require.NoError(t, s.PutReview(ctx, r))
		reviews, err := s.Reviews(ctx, "maple", 1)
		require.NoError(t, err)
		require.Equal(t, []Review{r}, reviews)
		open, err := s.Proposal(ctx, "maple", 1)
		require.NoError(t, err)
		require.NoError(t, s.SetProposal(ctx, open, "approved", []byte("none")))
		require.ErrorIs(t, s.SetProposal(ctx, open, "withdrawn", nil), ErrStale)
		unsigned, err := s.Proposal(ctx, "maple", 1)
		require.NoError(t, err)
		require.NoError(t, s.SetProposal(ctx, unsigned, "approved", []byte("draft")))
		require.ErrorIs(t, s.SetProposal(ctx, unsigned, "approved", []byte("another")), ErrStale)
		p := nth("maple", 1)
		p.Proposal = 1
		require.NoError(t, s.Publish(ctx, p))
		got, err := s.Proposal(ctx, "maple", 1)
		require.NoError(t, err)
		require.Equal(t, "published", got.State)
		require.Equal(t, "draft", string(got.Draft))
		require.NoError(t, s.PutProof(ctx, Proof{"maple", "b", "e", false, []byte("{}"), 1}))
		require.NoError(t, s.PutProof(ctx, Proof{"maple", "b", "e", true, []byte("{}"), 2}))
		proof, err := s.Proof(ctx, "maple", "b")
		require.NoError(t, err)
		require.True(t, proof.OK)
	})
}

// Of two administrators who shut each other out at once, one stays.
func TestSomebodyStaysAdministrator(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		founded(t, s, "maple")
		ids := []string{"m-maple", "m-ben"}
		ben := Member{ID: ids[1], Agency: "maple", Login: "ben@maple.test", Name: "Ben", Role: "administrator", TOTP: []byte("s"), Active: true, Created: 2}
		require.NoError(t, s.AddMember(ctx, ben))
		for range 20 {
			for _, id := range ids {
				m, err := s.Member(ctx, "maple", id)
				require.NoError(t, err)
				m.Role, m.Active, m.TOTP = "administrator", true, []byte("s")
				require.NoError(t, s.SetMember(ctx, m))
			}
			refused := make([]error, len(ids))
			var wg sync.WaitGroup
			for i, id := range ids {
				wg.Go(func() {
					if i == 0 {
						refused[i] = s.SetStanding(ctx, Member{ID: id, Agency: "maple", Role: "author", Active: true})
					} else {
						refused[i] = s.SetStanding(ctx, Member{ID: id, Agency: "maple", Role: "administrator"})
					}
				})
			}
			wg.Wait()
			require.ErrorIs(t, errors.Join(refused...), ErrLast)
			require.True(t, refused[0] == nil || refused[1] == nil, "%v", refused)
		}
		require.ErrorIs(t, s.SetStanding(ctx, Member{ID: "m-x", Agency: "maple", Role: "author"}), ErrNotFound)
	})
}

// Two servers that start at once on an empty database both come up.
func TestOpenAtOnce(t *testing.T) {
	for _, name := range []string{filepath.Join(t.TempDir(), "new.db"), postgres(t)} {
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				s, err := Open(context.WithoutCancel(t.Context()), name)
				if err != nil {
					t.Error(err)
					return
				}
				s.Close()
			})
		}
		wg.Wait()
	}
}

// A digest covers every table there is and every change.
func TestDigest(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		query := `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%' ORDER BY name`
		if s.shared {
			query = `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE 'goose%' ORDER BY table_name`
		}
		all, err := list(ctx, s, func(n *string) []any { return []any{n} }, query)
		require.NoError(t, err)
		require.ElementsMatch(t, all, tables)
		founded(t, s, "maple")
		one, err := s.Digest(ctx)
		require.NoError(t, err)
		again, err := s.Digest(ctx)
		require.NoError(t, err)
		require.Equal(t, one, again)
		require.NoError(t, s.SpendStep(ctx, "maple", "m-maple", 9))
		other, err := s.Digest(ctx)
		require.NoError(t, err)
		require.NotEqual(t, one, other)
	})
}
