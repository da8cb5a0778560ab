using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Facts.Host;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Hosting;

namespace GuruReports.Hosting.Sections.Host;

/// <summary>One host: its environment, where it stands in its life, and its hosted services.</summary>
internal sealed class HostGenerator : IReportGenerator, IForeignCode
{
    private readonly IHostEnvironment _environment;
    private readonly HostLife _life;

    public HostGenerator(IHostEnvironment environment, HostLife life)
    {
        _environment = environment;
        _life = life;
    }

    /// <inheritdoc/>
    public string Title => "Host";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var last = _life.Last;
        var services = new List<HostedServiceFacts>();
        foreach (var service in _life.HostedServices.Where(static service => !OwnCode.Has(service)))
        {
            services.Add(HostedServices.Describe(service, last.State));
        }

        var facts = new HostFacts
        {
            ApplicationName = _environment.ApplicationName,
            EnvironmentName = _environment.EnvironmentName,
            Supervisor = Supervisor.Find(),
            State = last.State,
            Since = last.Since,
            For = context.CreatedAt > last.Since ? context.CreatedAt - last.Since : TimeSpan.Zero,
            Services = services,
        };
        return new ReportSection { Title = Title, Summary = Summarize(facts), Value = Show(facts), Facts = [facts] };
    }

    private ReportMap Show(HostFacts facts)
    {
        var map = new MapBuilder()
            .Add("application", facts.ApplicationName)
            .Add("environment", facts.EnvironmentName)
            .Add("content root", _environment.ContentRootPath)
            .Add("run by", facts.Supervisor ?? (ReportValue)new ReportText("no service manager that shows itself"))
            .Add("state", HostedServices.Name(facts.State));
        if (facts.State is not HostState.Unknown)
        {
            map.AddKnown("since", facts.Since is { } since ? new ReportTime(since) : null).AddKnown("for", facts.For is { } span ? new ReportDuration(span) : null);
        }

        var rows = facts.Services.Select(service => (IReadOnlyList<ReportValue>)[service.Name, HostedServices.Name(service.State), service.Detail ?? "-"]).ToList();
        return map.Add("hosted services", rows.Count == 0 ? NoServices(facts.State) : new ReportTable(["Service", "State", "Detail"], rows)).Build();
    }

    private static ReportText NoServices(HostState state) =>
        new(state is HostState.Unknown ? "not known before the host starts" : "none");

    private static string Summarize(HostFacts facts)
    {
        var ended = facts.Services.Count(service => service.State is HostedServiceState.Faulted);
        var troubles = ended > 0 ? $", {ended} faulted" : "";
        return $"{facts.ApplicationName} ({facts.EnvironmentName}) is {HostedServices.Name(facts.State)}, {Measures.Count(facts.Services.Count, "hosted service")}{troubles}";
    }
}
