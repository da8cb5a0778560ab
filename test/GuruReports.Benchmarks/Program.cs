using System.Globalization;
using GuruReports.Benchmarks.AllocationsBenchmark;
using GuruReports.Benchmarks.FindingsBenchmark;
using GuruReports.Benchmarks.IdleBenchmark;
using GuruReports.Benchmarks.RedactionBenchmark;
using GuruReports.Benchmarks.ReportBenchmark;
using GuruReports.Benchmarks.SnapshotBenchmark;
using GuruReports.Benchmarks.ThreadsBenchmark;
using GuruReports.Benchmarks.WatchBenchmark;

// The first argument names the benchmark; the rest is for it.
switch (args)
{
    case ["allocations"]:
        return AllocationCosts.Run();
    case ["findings"]:
        return RulesOverManyThreads.Run();
    case ["idle", .. var pairs]:
        return IdleComparison.Run(pairs);
    case ["idle-service", var mode]:
        return IdleService.Run(mode == "with");
    case ["report", .. var threads]:
        return ReportTimes.Run(threads);
    case ["report-service", var threads]:
        return ReportingService.Run(int.Parse(threads, CultureInfo.InvariantCulture));
    case ["redaction"]:
        return ScrubbingOfManySecrets.Run();
    case ["snapshot", .. var sizes]:
        return SnapshotComparison.Run(sizes);
    case ["snapshot-service", var megabytes]:
        return MeasuredService.Run(megabytes);
    case ["threads", .. var counts]:
        return ThreadComparison.Run(counts);
    case ["watch", .. var counts]:
        return WatchCosts.Run(counts);
    default:
        Console.Error.WriteLine("usage: allocations | findings | idle [pairs] | redaction | report [threads …] | snapshot [megabytes …] | threads [count …] | watch [threads …]");
        return 1;
}
