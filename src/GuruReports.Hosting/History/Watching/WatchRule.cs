using System.Globalization;

namespace GuruReports.Hosting.History.Watching;

/// <summary>Watches one measure: for how long it has been at its limit.</summary>
/// <param name="name">The rule's name in the settings.</param>
/// <param name="measure">The measure.</param>
/// <param name="options">Its limit.</param>
/// <param name="whole">The measure of which the limit is a part: without a finite number of it the rule never fires; null where the limit is a number of its own.</param>
internal sealed class WatchRule(string name, Measure measure, WatchRuleOptions options, Measure? whole = null)
{
    private TimeSpan? _since;

    /// <summary>Looks at a row.</summary>
    /// <param name="now">The time since the watch began.</param>
    /// <param name="row">The row of this second.</param>
    /// <returns>Whether the measure has been at its limit for long enough.</returns>
    public bool Check(TimeSpan now, ReadOnlySpan<float> row)
    {
        var value = row[(int)measure];

        // A second that is not known neither ends a time nor begins one.
        if (float.IsNaN(value))
        {
            return false;
        }

        var scale = whole is { } part ? row[(int)part] : 1;
        _since = float.IsFinite(scale) && options.Limit * scale is > 0 and var limit && value >= limit ? _since ?? now : null;
        return _since is { } since && now - since >= options.For;
    }

    /// <summary>Says why a report comes.</summary>
    public string Describe(ReadOnlySpan<float> row)
    {
        var definition = MeasureDefinition.Of(measure);
        var lasting = options.For > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $" for {options.For.TotalSeconds:0.#} s") : "";
        return $"{definition.Name} at {HistoryWords.Number(row[(int)measure], definition.Unit)}{lasting} (GuruMeditation:Watchdog:Rules:{name})";
    }
}
