using GuruReports.Hosting.Boundary.Parts;
using GuruReports.Hosting.Sinks;
using GuruReports.Hosting.Sinks.Logging;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>Decides where a report goes.</summary>
internal static class Destinations
{
    /// <summary>Lists the destinations: files first, since they cannot be starved by a reader; standard error next; loggers, which are foreign code, last.</summary>
    public static IReadOnlyList<ReportDestination> Of(
        GuruMeditationOptions options, IReadOnlyList<HostReports> hosts, IStandardError standardError)
    {
        var wanted = hosts.Aggregate(hosts.Count == 0 ? options.Destination : ReportDestinations.None, (all, host) => all | host.Options.Destination);
        var destinations = new List<ReportDestination>();
        if (wanted.HasFlag(ReportDestinations.File))
        {
            destinations.Add(new("file", new FileSink(options.Directory, new ReportRetention(options.RetainedReports, options.RetainedBytes))));
        }

        // Where standard error is the journal, the report goes there as the same entry.
        var isTwice = wanted.HasFlag(ReportDestinations.StandardError) && StandardErrorSink.IsJournal;
        if (wanted.HasFlag(ReportDestinations.Journal) && !isTwice)
        {
            destinations.Add(new("journal", new JournalSink()));
        }

        if (wanted.HasFlag(ReportDestinations.StandardError))
        {
            destinations.Add(new(StandardErrorLines.Name, standardError));
        }

        foreach (var host in hosts)
        {
            foreach (var sink in host.Sinks)
            {
                destinations.Add(new(NameOf(sink, host, hosts.Count), sink));
            }
        }

        return destinations;
    }

    /// <summary>Says whether lines on standard error tell of a report: not where it goes to loggers instead, which have all of it; what is lost is told there all the same.</summary>
    public static bool AreTold(IReadOnlyList<ReportDestination> destinations) => destinations.Any(IsForPeople) || !destinations.Any(destination => destination.Sink is LoggerSink);

    /// <summary>Lists where a report goes that none of its destinations took.</summary>
    public static IReadOnlyList<ReportDestination> LastResorts(IReadOnlyList<HostReports> hosts) =>
        [.. hosts.Where(host => host.LastResort is not null).Select(host => new ReportDestination(NameOf(host.LastResort!, host, hosts.Count), host.LastResort!))];

    private static bool IsForPeople(ReportDestination destination) => destination.Sink is IStandardError or JournalSink;

    private static string NameOf(IReportSink sink, HostReports host, int hosts)
    {
        var name = sink switch
        {
            LoggerSink => "logger",
            IIsolated isolated => isolated.Name,
            _ => sink.GetType().Name,
        };
        return hosts == 1 ? name : $"{name} of {host.Name}";
    }
}
