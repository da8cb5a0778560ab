using GuruReports.Benchmarks.SnapshotBenchmark;

// The first argument names the benchmark; the rest is for it.
switch (args)
{
    case ["snapshot", .. var sizes]:
        return SnapshotComparison.Run(sizes);
    case ["snapshot-service", var megabytes]:
        return MeasuredService.Run(megabytes);
    default:
        Console.Error.WriteLine("usage: snapshot [megabytes …]");
        return 1;
}
