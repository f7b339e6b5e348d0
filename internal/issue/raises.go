package issue

import (
	"secondlook/internal/policy"
	"secondlook/internal/publish"
)

// Raises reports whether some post may be met more loudly under next than under
// before. It is the question that `bundle diff` answers and that the extension
// asks (rules-raises.ts): where one person decides alone, a release that says no
// and raises is refused by every browser, so nothing like it may be published.
func Raises(before, next *policy.Bundle) bool { return publish.Raises(before, next) }
