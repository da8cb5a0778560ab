using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.History.Watching;

/// <summary>All rules over the record, each with its own pace, together with an hourly limit. On the watchdog's thread only; allocates only where there is a reason.</summary>
internal sealed class WatchRules
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private readonly WatchdogOptions _options;
    private readonly WatchRule[] _rules;
    private readonly TimeSpan[] _next;
    private readonly TimeSpan[] _asked;
    private readonly FindingWatch? _findings;
    private TimeSpan _nextFinding;
    private int _askedCount;

    /// <summary>Makes the rules.</summary>
    /// <param name="options">Their limits.</param>
    /// <param name="findings">Looks for findings; null where it does not.</param>
    public WatchRules(WatchdogOptions options, FindingWatch? findings = null)
    {
        var rules = options.Rules;
        _findings = findings;
        _options = options;
        _rules =
        [
            new(nameof(rules.Cpu), Measure.Cpu, rules.Cpu),
            new(nameof(rules.Memory), Measure.GroupMemory, rules.Memory, Measure.GroupMemoryLimit),
            new(nameof(rules.Exceptions), Measure.Exceptions, rules.Exceptions),
            new(nameof(rules.Throttled), Measure.Throttled, rules.Throttled),
            new(nameof(rules.Paused), Measure.Paused, rules.Paused),
            new(nameof(rules.Queued), Measure.Queued, rules.Queued),
            new(nameof(rules.RequestAge), Measure.RequestAge, rules.RequestAge),
            new(nameof(rules.Descriptors), Measure.Descriptors, rules.Descriptors),
        ];
        _next = new TimeSpan[_rules.Length];
        _asked = new TimeSpan[Math.Max(1, rules.ReportsPerHour)];
        Filling.With<TimeSpan>(_asked, -s_hour);
    }

    /// <summary>Looks at a row.</summary>
    /// <param name="now">The time since the watch began.</param>
    /// <param name="row">The row of this second.</param>
    /// <returns>The reason for a report, or null.</returns>
    public string? Check(TimeSpan now, ReadOnlySpan<float> row)
    {
        string? reason = null;
        for (var index = 0; index < _rules.Length; index++)
        {
            // All are asked, so that each knows since when.
            if (_rules[index].Check(now, row) && now >= _next[index] && reason is null && MayAsk(now))
            {
                _next[index] = now + _options.MinimumInterval;
                reason = _rules[index].Describe(row);
            }
        }

        if (_findings?.Check(now) is { } found && reason is null && now >= _nextFinding && MayAsk(now))
        {
            _nextFinding = now + _options.MinimumInterval;
            reason = found;
        }

        return reason;
    }

    private bool MayAsk(TimeSpan now)
    {
        ref var oldest = ref _asked[_askedCount % _asked.Length];
        if (_options.Rules.ReportsPerHour <= 0 || now - oldest < s_hour)
        {
            return false;
        }

        oldest = now;
        _askedCount++;
        return true;
    }
}
