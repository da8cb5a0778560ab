using GuruReports.Hosting.History;
using GuruReports.Hosting.History.Watching;

namespace GuruReports.Hosting.Tests.History;

public sealed class WatchRulesTests
{
    private readonly WatchdogOptions _options = new();
    private readonly float[] _row = new float[MeasureDefinition.Count];
    private TimeSpan _now;

    [Fact]
    public void Check_NoLimits_NeverAsks()
    {
        Array.Fill(_row, float.MaxValue);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Null(Check(new WatchRules(_options))));
    }

    [Fact]
    public void Check_LongEnough_AsksOnceInTheInterval()
    {
        _options.Rules.Cpu.Limit = 1.5;
        _options.Rules.Cpu.For = TimeSpan.FromSeconds(30);
        var rules = new WatchRules(_options);
        _row[(int)Measure.Cpu] = 1.8f;

        var reasons = Enumerable.Range(0, 590).Select(_ => Check(rules)).ToList();

        Assert.Equal("CPU at 1.8 CPUs for 30 s (GuruMeditation:Watchdog:Rules:Cpu)", Assert.Single(reasons.OfType<string>()));
        Assert.NotNull(reasons[30]);
    }

    [Fact]
    public void Check_OneSecondBelow_BeginsAnew()
    {
        _options.Rules.Cpu.Limit = 1.5;
        _options.Rules.Cpu.For = TimeSpan.FromSeconds(30);
        var rules = new WatchRules(_options);

        for (var second = 0; second < 300; second++)
        {
            _row[(int)Measure.Cpu] = second % 20 == 0 ? 0 : 2;

            Assert.Null(Check(rules));
        }
    }

    [Fact]
    public void Check_Memory_IsMeasuredByTheLimitInForce()
    {
        _options.Rules.Memory.Limit = 0.9;
        _options.Rules.Memory.For = TimeSpan.Zero;
        _row[(int)Measure.GroupMemory] = 95 << 20;

        var rules = new WatchRules(_options);

        Assert.NotNull(Check(new WatchRules(_options), limit: 100 << 20));
        Assert.Null(Check(rules, limit: 200 << 20));
        Assert.Null(Check(rules, limit: float.PositiveInfinity));
        Assert.Null(Check(rules, limit: float.NaN));
        Assert.NotNull(Check(rules, limit: 100 << 20));
    }

    [Fact]
    public void Check_ManyRules_KeepTheHourlyLimit()
    {
        _options.MinimumInterval = TimeSpan.FromMinutes(1);
        _options.Rules.ReportsPerHour = 6;
        foreach (var rule in new[] { _options.Rules.Cpu, _options.Rules.Exceptions, _options.Rules.Queued })
        {
            (rule.Limit, rule.For) = (1, TimeSpan.Zero);
        }

        Array.Fill(_row, 5);
        var rules = new WatchRules(_options);

        var asked = Enumerable.Range(0, 3600).Count(_ => Check(rules) is not null);
        var askedLater = Enumerable.Range(0, 3600).Count(_ => Check(rules) is not null);

        Assert.Equal(6, asked);
        Assert.Equal(6, askedLater);
    }

    [Fact]
    public void Check_SteadyState_AllocatesNothing()
    {
        _options.Rules.Cpu.Limit = 1.5;
        var rules = new WatchRules(_options);
        Check(rules);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var second = 0; second < 1000; second++)
        {
            Check(rules);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private string? Check(WatchRules rules, float limit)
    {
        _row[(int)Measure.GroupMemoryLimit] = limit;
        return Check(rules);
    }

    private string? Check(WatchRules rules)
    {
        var reason = rules.Check(_now, _row);
        _now += TimeSpan.FromSeconds(1);
        return reason;
    }
}
