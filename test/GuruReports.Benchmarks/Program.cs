using GuruReports.Benchmarks.FindingsBenchmark;
using GuruReports.Benchmarks.RedactionBenchmark;
using GuruReports.Benchmarks.SnapshotBenchmark;
using GuruReports.Benchmarks.ThreadsBenchmark;

// The first argument names the benchmark; the rest is for it.
switch (args)
{
    case ["findings"]:
        return RulesOverManyThreads.Run();
    case ["redaction"]:
        return ScrubbingOfManySecrets.Run();
    case ["snapshot", .. var sizes]:
        return SnapshotComparison.Run(sizes);
    case ["snapshot-service", var megabytes]:
        return MeasuredService.Run(megabytes);
    case ["threads", .. var counts]:
        return ThreadComparison.Run(counts);
    default:
        Console.Error.WriteLine("usage: findings | redaction | snapshot [megabytes …] | threads [count …]");
        return 1;
}
