package engine

import (
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/verdict"
)

// TestPlainCases are drafts about which nobody would argue: whatever is trained
// or weighed, they stay as they are.
func TestPlainCases(t *testing.T) {
	e := baseline(t)
	for _, c := range []struct{ level, draft string }{
		{"hold", "My client Teresa M. finally got the keys to her own flat!!"},
		{"hold", "My client Marisol Vega missed court"},
		{"hold", "My client Sarah is so funny"},
		{"hold", "my patient, Mr. Okafor, loves jazz"},
		{"hold", "my clients Sarah and Tom came by"},
		{"hold", "My client Marisol Vega, 14, goes to court Tuesday in Osterville"},
		{"hold", "Our resident Dolores, 91, had her stroke on Easter Sunday at Haven House"},
		{"hold", "SSN for the intake is 219-09-9999"},
		{"hold", "My patient is 34, from Osterville, lost her twins on Tuesday"},
		{"hold", "Selfie with my patient before surgery"},
		{"hold", "my client is a lying piece of trash"},
		{"caution", "A patient came in with a broken hip after the dance"},
		{"caution", "Added my client on Facebook last night"},
		{"caution", "I sent one of my clients a friend request"},
		{"caution", "I keep thinking about killing myself"},
		{"note", "rough session today with my client"},
		{"note", "Rough session with a client today"},
		{"clear", ""},
		{"clear", "TGIF"},
		{"clear", "Long day, glad it is Friday"},
		{"clear", "Mondays. So tired."},
		{"clear", "We deserve a raise and safe staffing, come to the union meeting Thursday"},
		{"clear", "Management cut our breaks again and told us not to talk about pay"},
		{"clear", "My daughter turned 14 on Tuesday and goes to Lincoln Middle"},
		{"clear", "My therapist told me to rest"},
		{"clear", "If you are thinking about suicide, call or text 988"},
	} {
		t.Run(c.draft, func(t *testing.T) {
			require.Equal(t, c.level, e.Check(c.draft, Context{Edit: -1}).Level.String())
		})
	}
}

// TestWhoseDanger: for someone served, the people who can act now; for
// someone close, how to be there; for a stranger, how to answer; for the author, support; never two cards for one danger.
func TestWhoseDanger(t *testing.T) {
	e := baseline(t)
	for _, c := range []struct{ message, draft string }{
		{"crisis_client", "My client told me she is going to kill herself tonight and I do not know what to do"},
		{"crisis_client", "My client has a knife and says he wants to die"},
		{"crisis_other", "A stranger in my DMs says she wants to die"},
		{"crisis_other", "My friend texted goodbye and she has a plan, what do I do"},
		{"crisis_client", "My client is suicidal and on-call is not answering"},
		{"crisis_client", "my suicidal patient was sent home at noon"},
		{"crisis_client", "Our resident left goodbye letters on the desk"},
		{"crisis_close", "my sister is suicidal and I live six hours away"},
		{"crisis_close", "My kid is suicidal, where do I go"},
		{"crisis_close", "mi hermana se quiere suicidar"},
		{"crisis_self", "I'm suicidal and I start at six"},
		{"crisis_self", "Lately I think about ending it."},
		{"crisis_self", "My life is not worth it any more"},
	} {
		t.Run(c.draft, func(t *testing.T) {
			var said []string
			for _, f := range e.Check(c.draft, Context{Edit: -1}).Findings {
				if f.Category == verdict.Crisis {
					said = append(said, f.Message)
				}
			}
			require.Equal(t, []string{c.message}, said)
		})
	}
}
