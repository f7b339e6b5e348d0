package trust

// Reason says why something was refused. The codes (String) are part of the
// ABI; the sentence for people is written at the edges.
type Reason uint8

// The reasons, in the order in which Verify looks for them.
const (
	ReasonNone          Reason = iota
	ReasonSize                 // more bytes than a thing of its kind may have, or none
	ReasonTruncated            // ends before it is complete
	ReasonTrailing             // something follows what should be last
	ReasonMalformed            // not in the one form this document allows
	ReasonUnknownField         // a field this version does not know
	ReasonVersion              // a note or file of a newer format: update needed
	ReasonSignature            // a signature does not fit the text
	ReasonUnknownSigner        // signed by a key that has no say here
	ReasonKeyTwice             // one key signed twice, or stands twice in a root
	ReasonApprovals            // fewer approvers than the root wants
	ReasonNoRoot               // there is no root
	ReasonAgency               // another agency's
	ReasonForeignRoot          // not the root this browser trusts, nor one that follows from it
	ReasonSkippedRoot          // a root version is missing between two
	ReasonOldRoot              // older than a root this browser has seen
	ReasonNoRelease            // there is no release
	ReasonRoot                 // names a root version that is not there
	ReasonHistory              // the releases do not follow from each other
	ReasonOldSeq               // older than the release this browser has seen
	ReasonFork                 // another release of the number, or with another past, than the one seen
	ReasonOldHead              // older than the head this browser has seen
	ReasonHeadMismatch         // the head speaks of another release
	ReasonSchema               // a bundle of a newer schema: update needed
	ReasonBlobSize             // the bundle has another size than the release says
	ReasonBlobHash             // the bundle is not the one the release names
	reasonEnd
)

var reasonCodes = [reasonEnd]string{
	"", "size", "truncated", "trailing", "malformed", "unknown-field", "version", "signature", "unknown-signer", "key-twice",
	"approvals", "no-root", "agency", "foreign-root", "skipped-root", "old-root", "no-release", "root", "history",
	"old-seq", "fork", "old-head", "head-mismatch", "schema", "blob-size", "blob-hash",
}

// String returns the reason's code, "" of none.
func (r Reason) String() string {
	if r >= reasonEnd {
		return ""
	}
	return reasonCodes[r]
}

// Reasons returns every reason but ReasonNone.
func Reasons() []Reason {
	all := make([]Reason, 0, reasonEnd-1)
	for r := ReasonNone + 1; r < reasonEnd; r++ {
		all = append(all, r)
	}
	return all
}

// Refusal is every error of this package.
type Refusal struct {
	Reason Reason
	Part   string // "file", "key", "root", "release", "head" or "bundle"
	Number int64  // version of a root, seq of a release or head; 0 where it has none or could not be read
	// Evidence of a fork: the two hashes (or, of roots, fingerprints) that
	// cannot both be true. "" else.
	Have, Got string
	// Of ReasonApprovals: how many signed, how many have to. 0 else.
	Signed, Need int
}

// Error names part and code; it holds nothing that was read.
func (r *Refusal) Error() string { return r.Part + ": " + r.Reason.String() }

func refuse(part string, reason Reason) *Refusal { return &Refusal{Reason: reason, Part: part} }
