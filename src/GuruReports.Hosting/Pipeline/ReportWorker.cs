using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Pipeline.Publishing;
using GuruReports.Hosting.Pipeline.Requests;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Telemetry;
using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Hosting.Pipeline;

/// <summary>Answers the requests, one batch after the other, on one thread for the life of the process.</summary>
internal sealed class ReportWorker
{
    // A snapshot needs the most at once: its pipes, the files of the image, the helper's start.
    private const int SpareDescriptors = 12;

    private readonly ReportWays _ways;
    private readonly HostList _hosts;
    private readonly ReportRequests _requests;
    private readonly Gate _stop;
    private readonly Pacing _pacing;
    private readonly ReportIds _ids = new();
    private readonly LostReports _lost = new();
    private readonly DescriptorReserve _descriptors = new(SpareDescriptors);
    private readonly ReportAssemblies _assemblies;
    private readonly BuildRequests _build;
    private readonly ReportBuilder _builder;
    private readonly StandardErrorLines _lines;
    private readonly ReportPublisher _publisher;
    private readonly ReportTelemetry _telemetry;
    private SecretRedactor? _redactor;
    private bool _isPrepared;

    public ReportWorker(ReportWays ways, HostList hosts, ReportRequests requests, Gate stop)
    {
        (_ways, _hosts, _requests, _stop) = (ways, hosts, requests, stop);
        _pacing = new Pacing(ways.Time);
        _assemblies = new ReportAssemblies(ways);
        _build = new BuildRequests(ways.Runner);
        _builder = new ReportBuilder(ways);
        _lines = new StandardErrorLines(ways.Runner, ways.StandardError, _lost);
        _publisher = new ReportPublisher(ways, _lost, _lines);
        _telemetry = new ReportTelemetry(ways.Runner);
    }

    /// <summary>Keeps descriptors for the next report where they have become few. Called each second, on another thread; allocates nothing.</summary>
    public void KeepDescriptors() => _descriptors.Look();

    /// <summary>Waits for one batch of requests and answers it.</summary>
    /// <returns>Always true: the thread lives as long as the process.</returns>
    public bool TakeTurn()
    {
        Prepare();
        _descriptors.Hold();
        var batch = _requests.Take(() => _stop.IsOpen ? TimeSpan.Zero : _pacing.ToNext(_hosts.Options.MinimumInterval));
        try
        {
            _descriptors.Release();
            Answer(batch);
        }
        catch (Exception exception)
        {
            // Policy: a fault of the library costs the report, is told on standard error, and nothing else.
            batch.Capture?.Fail(exception);
            TellFailure(ErrorText.Of(exception));
        }
        finally
        {
            _requests.Done();
        }

        return true;
    }

    // What the first line needs is compiled before it is needed: on a starved machine that alone would take long.
    private void Prepare()
    {
        if (_isPrepared)
        {
            return;
        }

        // Policy: what cannot be prepared now is told by the report that needs it.
        _isPrepared = true;
        try
        {
            _ = Destinations.Of(_hosts.Options, _hosts.All, _ways.StandardError);
            _lines.Prepare(_hosts.Options);
        }
        catch (Exception)
        {
            return;
        }
    }

    private void Answer(RequestBatch batch)
    {
        if (!_assemblies.MayBeLoaded)
        {
            Refuse(batch);
            return;
        }

        var options = _hosts.Options;
        var hosts = _hosts.All;
        var id = _ids.Next();
        var notes = new List<string>(_lost.Take());
        if (batch.Capture is { Publish: false } capture)
        {
            if (!_assemblies.TryLoad(options))
            {
                Refuse(batch);
                return;
            }

            var report = _builder.Build(_build.Make(id, batch, options, hosts, notes), learned: null, _stop).Report;
            capture.Complete(report);
            _telemetry.Note(report, TriggerName.Of(batch), ReportOutcome.Captured, options);
            return;
        }

        _pacing.Start(options.MinimumInterval);
        if (!options.Enabled)
        {
            _lines.Write("GuruMeditation: no report: turned off by GuruMeditation:Enabled", OwnWords.Instance, options);
            batch.Capture?.Fail(new InvalidOperationException("Reports are turned off by GuruMeditation:Enabled."));
            return;
        }

        var learned = batch.HasForeignReason && _assemblies.TryLoad(options) ? _builder.Learn(hosts, options, notes) : null;

        // The library's own words hold no secret, and the first line must not wait for the tables by which secrets are known.
        IRedactor redactor = batch.HasForeignReason ? learned ?? Redactor(options) : OwnWords.Instance;
        var shown = batch with { Reason = OwnLine.Part(batch.Reason, redactor) };
        var destinations = Destinations.Of(options, hosts, _ways.StandardError);
        if (destinations.Count > 0 && Destinations.AreTold(destinations))
        {
            _lines.Write($"GuruMeditation: report {id} started ({shown.Reason})", redactor, options);
        }

        if (!_assemblies.TryLoad(options))
        {
            Refuse(batch);
            return;
        }

        var built = Build(id, shown, options, hosts, notes, learned);
        _redactor = built.Redactor as SecretRedactor ?? _redactor;
        var outcome = _publisher.Publish(built, destinations, Destinations.LastResorts(hosts), options);
        batch.Capture?.Complete(built.Report);
        _telemetry.Note(built.Report, TriggerName.Of(batch), outcome, options);
    }

    private void Refuse(RequestBatch batch)
    {
        _lines.WriteAtOnce($"GuruMeditation: no report: {ReportAssemblies.Missing}");
        batch.Capture?.Fail(new InvalidOperationException(ReportAssemblies.Missing));
    }

    private BuiltReport Build(
        string id, RequestBatch batch, GuruMeditationOptions options, IReadOnlyList<HostReports> hosts, IReadOnlyList<string> notes, SecretRedactor? learned)
    {
        // Policy: rather the smallest report than none.
        try
        {
            return _builder.Build(_build.Make(id, batch, options, hosts, notes), learned, _stop);
        }
        catch (Exception exception)
        {
            var redactor = learned ?? Redactor(options);
            return new BuiltReport(Masking.Mask(SmallestReport.Of(id, batch, ErrorText.Of(exception)), redactor), redactor);
        }
    }

    // The one of the last report knows its secrets; the first line of the first report has its own words only.
    private SecretRedactor Redactor(GuruMeditationOptions options) => _redactor ??= new SecretRedactor(options.Redaction);

    private void TellFailure(ErrorText error)
    {
        // Policy: when even standard error fails there is nobody left to tell.
        try
        {
            _lines.Write($"GuruMeditation: the report failed: {OwnLine.Part(error.Short, Redactor(_hosts.Options))}", Redactor(_hosts.Options), _hosts.Options);
        }
        catch (Exception)
        {
            return;
        }
    }
}
