using System.Diagnostics;
using GuruReports.Hosting.Sinks;
using GuruReports.Inspection.Threads.Linux;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// The one place of a process where requests arrive and reports are made: several hosts in a process share it. It lives
/// from the first registration to the end of the process, with or without a host.
/// </summary>
internal sealed class ReportCenter
{
    // A snapshot needs the most at once: its pipes, the files of the image, the helper's start.
    private const int SpareDescriptors = 12;

    // A report takes some 25 ms of a processor: each second it would be felt, each ten it is not.
    private const int ReportsAtOnce = 10;
    private const int EndlessFactor = 10;

    // Only a report that was asked for just before the end costs the service this time, and only if it needs it.
    private static readonly TimeSpan s_drainLimit = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly ReportRequests _requests = new();
    private readonly ReportIds _ids = new();
    private readonly Gate _stop = new();
    private readonly StandardErrorSink _standardError = new(new JournalSink());
    private readonly ReportPublisher _publisher;
    private readonly ReportBuilder _builder = new();
    private readonly Allowance _allowance = new(TimeProvider.System, ReportsAtOnce);
    private readonly DescriptorReserve _descriptors = new(SpareDescriptors);
    private readonly Thread _worker;
    private List<HostReports> _hosts = [];
    private GuruMeditationOptions _early = new();
    private long _lastStart;
    private volatile bool _busy;
    private volatile bool _hasBegun;

    private ReportCenter()
    {
        _publisher = new ReportPublisher(_standardError);
        _worker = new Thread(Work) { IsBackground = true, Name = "guru-meditation" };
        _worker.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Drain();
    }

    /// <summary>Gets the process's center.</summary>
    public static ReportCenter Instance { get; } = new();

    /// <summary>Gets the sink for standard error that all hosts share.</summary>
    public StandardErrorSink StandardError => _standardError;

    /// <summary>Gets whether a report has been asked for since the process began.</summary>
    public bool HasBegun => _hasBegun || _requests.IsWaiting;

    private GuruMeditationOptions Options => Hosts is [var first, ..] ? first.Options : _early;

    private bool IsBusy => _busy || _requests.IsWaiting;

    private List<HostReports> Hosts => Volatile.Read(ref _hosts);

    /// <summary>Takes the settings that hold while no host is there.</summary>
    public void UseEarly(GuruMeditationOptions options) => _early = options;

    /// <summary>Asks for a report at the destinations. Safe on the runtime's signal thread; never blocks, never throws.</summary>
    public void Request(string reason)
    {
        if (Options.Enabled)
        {
            _requests.Add(reason);
        }
    }

    /// <summary>Makes a report for code, and waits for it.</summary>
    public Report Capture(string reason)
    {
        if (PipelineThread.IsCurrent)
        {
            throw new InvalidOperationException("A report is being made on this thread; it cannot make another one.");
        }

        // A running report may come first, so twice the time, and something for what comes after collecting.
        return Await(new CaptureRequest(reason, publish: false, (Options.ReportTimeout * 2) + TimeSpan.FromSeconds(5)));
    }

    /// <summary>Makes a report at the destinations and waits until it is written; for a process that is about to end.</summary>
    public void RequestAndWait(string reason, TimeSpan limit)
    {
        var request = new CaptureRequest(reason, publish: true, limit);
        HurryUp(limit / 4);
        Await(request);
    }

    public void Add(HostReports host)
    {
        lock (_gate)
        {
            _hosts = [.. _hosts, host];
            _stop.Close();
        }
    }

    public void Replace(HostReports host, HostReports by)
    {
        lock (_gate)
        {
            _hosts = _hosts.ConvertAll(h => ReferenceEquals(h, host) ? by : h);
        }
    }

    /// <summary>Forgets a host. With the last one, a running report ends now with what it has, and is written.</summary>
    public void Remove(HostReports host)
    {
        if (Hosts is [var last] && ReferenceEquals(last, host))
        {
            Drain();
        }

        lock (_gate)
        {
            _early = host.Options;
            _hosts = _hosts.FindAll(h => !ReferenceEquals(h, host));
        }
    }

    /// <summary>Ends a running report early, with what it has, and gives it a moment to be written.</summary>
    /// <returns>Whether no report is running any more.</returns>
    public bool Drain()
    {
        _stop.Open();
        var limit = s_drainLimit;
        var started = Stopwatch.GetTimestamp();
        while (IsBusy && Stopwatch.GetElapsedTime(started) < limit)
        {
            Thread.Sleep(5);
        }

        return !IsBusy;
    }

    private Report Await(CaptureRequest request)
    {
        _requests.Add(request);
        return request.Wait();
    }

    // A report that is running ends with what it has, so that it does not take the time of one that must come now.
    private void HurryUp(TimeSpan limit)
    {
        var clock = new BuildClock(limit);
        _stop.Open();
        while (_busy && clock.Left > TimeSpan.Zero)
        {
            Thread.Sleep(5);
        }

        _stop.Close();
    }

    private void Work()
    {
        PipelineThread.Enter();
        PrepareFirstLine();
        Preparation.Run();
        while (true)
        {
            _descriptors.Hold();
            var batch = _requests.Take(TimeToNext);
            _busy = true;
            _hasBegun = true;
            _descriptors.Release();

            // Policy: a fault of the library costs the report, is told on standard error, and nothing else.
            try
            {
                Answer(batch);
            }
            catch (Exception exception)
            {
                batch.Capture?.Fail(exception);
                TellFailure(exception);
            }

            _busy = false;
        }
    }

    // What the first line needs is compiled before it is needed: on a starved machine that alone would take long.
    private void PrepareFirstLine()
    {
        // Policy: what cannot be prepared now is told by the report that needs it.
        try
        {
            _ = Destinations.Of(Options, Hosts, _standardError);
            _publisher.Prepare(Options);
        }
        catch (Exception)
        {
            return;
        }
    }

    private void Answer(RequestBatch batch)
    {
        var options = Options;
        var hosts = Hosts;
        var id = _ids.Next();
        var lost = _publisher.TakeLost();
        if (batch.Capture is { Publish: false } capture)
        {
            capture.Complete(_builder.Build(BuildRequests.Make(id, batch, options, hosts, lost), _stop));
            return;
        }

        _lastStart = Stopwatch.GetTimestamp();
        _allowance.Take(options.MinimumInterval * EndlessFactor);
        var destinations = Destinations.Of(options, hosts, _standardError);
        if (destinations.Count > 0)
        {
            _publisher.Announce($"GuruMeditation: report {id} started ({batch.Reason})", options);
        }

        var report = _builder.Build(BuildRequests.Make(id, batch, options, hosts, lost), _stop);
        _publisher.Publish(report, destinations, Destinations.LastResorts(hosts), options);
        batch.Capture?.Complete(report);
    }

    private TimeSpan TimeToNext()
    {
        if (_lastStart == 0 || _stop.IsOpen)
        {
            return TimeSpan.Zero;
        }

        var minimum = Options.MinimumInterval;
        return TimeLimits.Max(minimum - Stopwatch.GetElapsedTime(_lastStart), _allowance.Wait(minimum * EndlessFactor));
    }

    private void TellFailure(Exception exception)
    {
        // Policy: when even standard error fails there is nobody left to tell.
        try
        {
            _publisher.Announce($"GuruMeditation: the report failed: {exception.GetType().FullName}: {exception.Message}", Options);
        }
        catch (Exception)
        {
            return;
        }
    }
}
