using System.Runtime.ExceptionServices;
using GuruReports.Hosting.Events;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Boundary;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Exceptions;

/// <summary>
/// Counts the exceptions thrown in the process, by type, with samples of where and why. Its hook runs on the thread that
/// throws, in the middle of the service's work: it takes no lock, allocates nothing for a type that it knows but for the
/// few samples, runs none of the service's code, and throws nothing.
/// </summary>
internal sealed class FirstChanceRecorder : IThrownCounts
{
    private const int Latest = 50;

    private readonly LatestRing<ThrownEvent> _latest = new(Latest);
    private readonly ThrownTypeTable _types = new();
    private readonly RateMeter _rate = new();
    private readonly RethrowFilter _seen = new(static () => Environment.TickCount64);
    private readonly OpenThrows _open = new();
    private readonly UnobservedTasks _unobserved;
    private int _isArmed;
    private long _total;
    private long _others;
    private string? _reportId;

    [ThreadStatic]
    private static bool t_isInside;

    public FirstChanceRecorder() => _unobserved = new UnobservedTasks(_latest);

    /// <summary>Gets the recorder of the process.</summary>
    public static FirstChanceRecorder Shared { get; } = new();

    /// <summary>Gets when counting began; null before.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>Gets how many were thrown since then; null before.</summary>
    public long? Total => Since is null ? null : Interlocked.Read(ref _total);

    /// <inheritdoc/>
    public int Places => ThrownTypeTable.Places;

    /// <inheritdoc/>
    public long Others => Interlocked.Read(ref _others);

    /// <inheritdoc/>
    public long CountAt(int place) => _types[place]?.Count ?? 0;

    /// <inheritdoc/>
    public string? TypeAt(int place) => _types[place]?.Name;

    /// <summary>Begins to count; once for the process, further calls do nothing.</summary>
    public void Arm()
    {
        if (Interlocked.Exchange(ref _isArmed, 1) == 0)
        {
            Since = DateTimeOffset.UtcNow;
            AppDomain.CurrentDomain.FirstChanceException += OnFirstChance;
            TaskScheduler.UnobservedTaskException += OnUnobserved;
        }
    }

    /// <summary>Returns what was counted; null when it was never armed.</summary>
    public ExceptionFacts? Read(string reportId)
    {
        if (Since is not { } since)
        {
            return null;
        }

        var span = DateTimeOffset.UtcNow - since;
        var window = span < RateMeter.Window ? span : RateMeter.Window;
        var lastMinute = _rate.CountInWindow();
        return new ExceptionFacts
        {
            Since = since,
            Total = Interlocked.Read(ref _total),
            LastMinute = lastMinute,
            PerSecond = window > TimeSpan.Zero ? lastMinute / Math.Max(1, window.TotalSeconds) : 0,
            Types = _types.Read(isNewReport: Interlocked.Exchange(ref _reportId, reportId) != reportId),
            Others = Interlocked.Read(ref _others),
            Latest = [.. _latest.Read().Select(thrown => thrown.Read())],
            Unobserved = _unobserved.Read(),
            UnobservedOthers = _unobserved.Others,
        };
    }

    internal void Record(Exception exception)
    {
        if (!_seen.IsFirst(exception, out var isKept))
        {
            if (isKept)
            {
                _types.Find(exception.GetType(), FailureKinds.Of(exception, out var wraps), wraps)?.AddKept();
            }

            _open.Meet(exception);
            return;
        }

        Interlocked.Increment(ref _total);
        _rate.Add();
        var kind = FailureKinds.Of(exception, out var isWrapped);
        if (_types.Find(exception.GetType(), kind, isWrapped) is not { } entry)
        {
            Interlocked.Increment(ref _others);
            return;
        }

        entry.Add(exception, _open, _latest);
        if (exception is OptionsValidationException invalid)
        {
            OptionsFailures.Shared.Add(invalid);
        }
    }

    // Only looks: whether the exception counts as observed stays as it is.
    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        try
        {
            _unobserved.Add(e.Exception);
        }
        catch (Exception)
        {
            // Boundary: an exception on the finalizer ends the process.
        }
    }

    private void OnFirstChance(object? sender, FirstChanceExceptionEventArgs e)
    {
        // Whatever sampling throws and catches inside comes here again; and the report's own threads are not the service.
        if (t_isInside || LibraryThread.IsCurrent)
        {
            return;
        }

        t_isInside = true;
        try
        {
            Record(e.Exception);
        }
        catch (Exception)
        {
            // Boundary: an exception out of this event ends the process.
        }
        finally
        {
            t_isInside = false;
        }
    }
}
