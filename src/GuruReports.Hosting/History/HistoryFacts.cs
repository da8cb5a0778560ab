using GuruReports.Hosting.History.Thrown;

namespace GuruReports.Hosting.History;

/// <summary>The record as it was when a report was made.</summary>
/// <param name="seconds">The last 15 minutes, a row a second.</param>
/// <param name="minutes">The last 24 hours, a row a minute; the minute under way is missing.</param>
/// <param name="thrown">Which exceptions were thrown in these rows.</param>
internal sealed class HistoryFacts(HistorySpan seconds, HistorySpan minutes, IReadOnlyList<ThrownSeries>? thrown = null)
{
    private readonly Lazy<IReadOnlyList<HistoryChange>> _changes = new(() => HistoryChange.Find(seconds, TimeSpan.FromSeconds(1), [.. (thrown ?? []).Select(static type => (type.Type, type.Seconds))]));
    private readonly Lazy<IReadOnlyList<HistoryChange>> _earlier = new(() =>
        seconds.Count == 0 ? [] : [.. HistoryChange.Find(minutes, TimeSpan.FromMinutes(1), [.. (thrown ?? []).Select(static type => (type.Type, type.Minutes))]).Where(change => change.From < seconds.At(0))]);

    private readonly Lazy<IReadOnlyList<LimitChange>> _limits = new(() => LimitChange.Find(seconds));

    /// <summary>Gets the last 15 minutes, a row a second.</summary>
    public HistorySpan Seconds => seconds;

    /// <summary>Gets the last 24 hours, a row a minute; the minute under way is missing.</summary>
    public HistorySpan Minutes => minutes;

    /// <summary>Gets which exceptions were thrown in these rows, the type that was thrown most in the last 15 minutes first, all that have no column of their own last.</summary>
    public IReadOnlyList<ThrownSeries> Thrown => thrown ?? [];

    /// <summary>Gets when the group's memory limit changed while the rows of a second were written, and to what; the oldest first.</summary>
    public IReadOnlyList<LimitChange> LimitChanges => _limits.Value;

    /// <summary>Gets what is no longer as it was some minutes ago, the oldest change first.</summary>
    public IReadOnlyList<HistoryChange> Changes => _changes.Value;

    /// <summary>Gets what is no longer as it was some hours ago, and changed before <see cref="Seconds"/> begins; to the minute.</summary>
    public IReadOnlyList<HistoryChange> EarlierChanges => _earlier.Value;
}
