namespace GuruReports.Hosting.History;

/// <summary>The record as it was when a report was made.</summary>
/// <param name="seconds">The last 15 minutes, a row a second.</param>
/// <param name="minutes">The last 24 hours, a row a minute; the minute under way is missing.</param>
internal sealed class HistoryFacts(HistorySpan seconds, HistorySpan minutes)
{
    private readonly Lazy<IReadOnlyList<HistoryChange>> _changes = new(() => HistoryChange.Find(seconds, TimeSpan.FromSeconds(1)));
    private readonly Lazy<IReadOnlyList<HistoryChange>> _earlier = new(() =>
        seconds.Count == 0 ? [] : [.. HistoryChange.Find(minutes, TimeSpan.FromMinutes(1)).Where(change => change.From < seconds.At(0))]);

    /// <summary>Gets the last 15 minutes, a row a second.</summary>
    public HistorySpan Seconds => seconds;

    /// <summary>Gets the last 24 hours, a row a minute; the minute under way is missing.</summary>
    public HistorySpan Minutes => minutes;

    /// <summary>Gets what is no longer as it was some minutes ago, the oldest change first.</summary>
    public IReadOnlyList<HistoryChange> Changes => _changes.Value;

    /// <summary>Gets what is no longer as it was some hours ago, and changed before <see cref="Seconds"/> begins; to the minute.</summary>
    public IReadOnlyList<HistoryChange> EarlierChanges => _earlier.Value;
}
