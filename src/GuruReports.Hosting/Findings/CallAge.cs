using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings;

/// <summary>For how long a call out has had no answer.</summary>
/// <param name="Age">How long.</param>
/// <param name="IsLeast">Whether it may be longer: no object tells when it began, but nothing has come or gone since on its connection.</param>
internal sealed record CallAge(TimeSpan Age, bool IsLeast)
{
    /// <summary>Returns the age of the oldest of equal calls; null when unknown.</summary>
    public static CallAge? Of(OutgoingCall call) =>
        call.OldestMilliseconds is { } age && !(call.AtLeastMilliseconds > age) ? new CallAge(TimeSpan.FromMilliseconds(age), IsLeast: false)
        : call.AtLeastMilliseconds is { } least ? new CallAge(TimeSpan.FromMilliseconds(least), IsLeast: true)
        : null;

    /// <summary>Says it.</summary>
    public override string ToString() => $"{(IsLeast ? "at least " : "")}{Measures.Duration(Age)}";
}
