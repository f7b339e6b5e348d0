package main

import (
	"errors"
	"fmt"
	"strconv"

	"secondlook/internal/trust"
)

// sentences say each reason in plain words.
var sentences = map[trust.Reason]string{
	trust.ReasonSize:          "it is empty, or larger than such a thing may be",
	trust.ReasonTruncated:     "it is cut short: get the file again",
	trust.ReasonTrailing:      "something follows where it should end",
	trust.ReasonMalformed:     "it is not written as it has to be",
	trust.ReasonUnknownField:  "it holds something this program does not know",
	trust.ReasonVersion:       "it is of a newer kind: update needed",
	trust.ReasonSignature:     "a signature does not fit: it was changed after it was signed",
	trust.ReasonUnknownSigner: "it is signed by a key that has no say here",
	trust.ReasonKeyTwice:      "one key stands where two are needed",
	trust.ReasonApprovals:     "not enough approvers have signed it",
	trust.ReasonNoRoot:        "there is no root in it",
	trust.ReasonAgency:        "it is another agency's",
	trust.ReasonForeignRoot:   "its root is not the one that is trusted, nor follows from it",
	trust.ReasonSkippedRoot:   "a root is missing in between",
	trust.ReasonOldRoot:       "its root is older than the one that is known",
	trust.ReasonNoRelease:     "there is no release in it",
	trust.ReasonRoot:          "it names a root that is not there",
	trust.ReasonHistory:       "a release is missing in between, or does not follow from the one before",
	trust.ReasonOldSeq:        "it is older than the release that is known",
	trust.ReasonFork:          "there are two different releases of one number: somebody signed both. Keep both files and ask the agency",
	trust.ReasonOldHead:       "its head is older than the one that is known",
	trust.ReasonHeadMismatch:  "its head speaks of another release",
	trust.ReasonSchema:        "its rules are of a newer kind: update needed",
	trust.ReasonBlobSize:      "the rules in it have another size than the release says",
	trust.ReasonBlobHash:      "the rules in it are not those that were signed",
}

// refusedError is a refusal for people.
type refusedError struct{ *trust.Refusal }

func (e refusedError) Error() string {
	s := sentences[e.Reason]
	if e.Reason == trust.ReasonApprovals {
		s += fmt.Sprintf(": %d of %d", e.Signed, e.Need)
	}
	part := e.Part
	if e.Number > 0 {
		part += " " + strconv.FormatInt(e.Number, 10)
	}
	return s + " (" + part + ", " + e.Reason.String() + ")"
}

func (e refusedError) Unwrap() error { return e.Refusal }

// inWords puts a refusal into plain words; other errors stay as they are.
func inWords(err error) error {
	var r *trust.Refusal
	if errors.As(err, &r) {
		return refusedError{r}
	}
	return err
}
