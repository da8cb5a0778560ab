using System.Globalization;

namespace GuruReports.AsyncZoo;

/// <summary>How much of everything the zoo holds.</summary>
internal sealed record ZooOptions
{
    public int Methods { get; init; } = 10_000;

    public int Owners { get; init; } = 20;

    public int WaitersPerOwner { get; init; } = 15;

    public int QueuedItems { get; init; } = 500;

    public int HeapMegabytes { get; init; }

    public int LoadThreads { get; init; }

    public int Novelties { get; init; }

    public int Hoards { get; init; }

    public int Desks { get; init; }

    public static ZooOptions Parse(string[] arguments)
    {
        var options = new ZooOptions();
        foreach (var argument in arguments)
        {
            var split = argument.Split('=');
            var value = int.Parse(split[1], CultureInfo.InvariantCulture);
            options = split[0] switch
            {
                "methods" => options with { Methods = value },
                "owners" => options with { Owners = value },
                "waiters" => options with { WaitersPerOwner = value },
                "items" => options with { QueuedItems = value },
                "heap" => options with { HeapMegabytes = value },
                "load" => options with { LoadThreads = value },
                "novelties" => options with { Novelties = value },
                "hoards" => options with { Hoards = value },
                "desks" => options with { Desks = value },
                _ => throw new ArgumentException($"unknown argument {argument}"),
            };
        }

        return options;
    }
}
