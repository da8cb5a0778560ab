using GuruReports.Hosting.Events;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Hosting.Exceptions;

/// <summary>The count of the exceptions of one type that tell the same of the world outside, with samples. Lock-free.</summary>
internal sealed class ThrownType
{
    private const int Sites = 8;
    private const int Targets = 4;
    private const int EagerSamples = 16;
    private const long SampleIntervalMilliseconds = 250;

    private readonly Type? _type;
    private readonly WeakReference<Type>? _collectibleType;
    private readonly string _name;
    private readonly bool _hasPlainMessage;
    private readonly FailureKind _kind;
    private FailureKind _shownKind;
    private readonly bool _isWrapped;
    private readonly ThrowSite?[] _sites = new ThrowSite?[Sites];
    private readonly ThrowSite?[] _targets = new ThrowSite?[Targets];
    private long _count;
    private long _firstTicks;
    private long _previousCount;
    private long _lastCount;
    private long _lastTicks;
    private long _nextSample;
    private long _keptCount;
    private long _keptTicks;
    private string? _message;

    public ThrownType(Type type, FailureKind kind = FailureKind.None, bool isWrapped = false)
    {
        (_kind, _isWrapped) = (kind, isWrapped);
        _shownKind = kind is FailureKind.None ? TypeWords.Guess(type) : kind;
        // A plug-in must stay unloadable though one of its exceptions is known here.
        if (type.IsCollectible)
        {
            _collectibleType = new WeakReference<Type>(type);
        }
        else
        {
            _type = type;
        }

        _name = TypeNames.Full(type);
        _hasPlainMessage = PlainMessages.AreOf(type);
    }

    /// <summary>Gets how many were thrown.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Gets the type's name.</summary>
    public string Name => _name;

    /// <summary>Returns whether this counts a type and kind.</summary>
    public bool Is(Type type, FailureKind kind = FailureKind.None, bool isWrapped = false) => _kind == kind && _isWrapped == isWrapped
        && (ReferenceEquals(_type, type) || (_collectibleType is not null && _collectibleType.TryGetTarget(out var own) && ReferenceEquals(own, type)));

    /// <summary>Counts one; looks at the first few more closely, and at one every quarter of a second.</summary>
    public void Add(Exception exception, OpenThrows open, LatestRing<ThrownEvent> latest)
    {
        var count = Interlocked.Increment(ref _count);
        var ticks = DateTime.UtcNow.Ticks;
        Volatile.Write(ref _lastTicks, ticks);
        if (count == 1)
        {
            Volatile.Write(ref _firstTicks, ticks);
        }

        var now = Environment.TickCount64;
        var next = Volatile.Read(ref _nextSample);
        if (count > EagerSamples && (now < next || Interlocked.CompareExchange(ref _nextSample, now + SampleIntervalMilliseconds, next) != next))
        {
            return;
        }

        Sample(exception, open, latest, count);
    }

    /// <summary>Counts one that was counted long ago and is thrown again, by whatever kept it.</summary>
    public void AddKept()
    {
        Interlocked.Increment(ref _keptCount);
        Volatile.Write(ref _keptTicks, DateTime.UtcNow.Ticks);
    }

    /// <summary>Moves a sample to the place that names the service's own code too.</summary>
    public void Complete(string place, string own, ThrownEvent thrown)
    {
        thrown.Place = $"{place} awaited by {own}";
        if (Find(_sites, $"{place} awaited by {own}") is { } complete)
        {
            complete.Add();
            Find(_sites, place)?.Remove();
        }
    }

    /// <summary>Returns what was counted.</summary>
    public ThrownTypeFacts Read(bool isNewReport)
    {
        var count = Volatile.Read(ref _count);
        if (isNewReport)
        {
            _previousCount = _lastCount;
            _lastCount = count;
        }

        return new ThrownTypeFacts
        {
            Type = _name,
            Count = count,
            Recent = count - _previousCount,
            FirstAt = new DateTimeOffset(Volatile.Read(ref _firstTicks), TimeSpan.Zero),
            LastAt = new DateTimeOffset(Volatile.Read(ref _lastTicks), TimeSpan.Zero),
            KeptCount = Volatile.Read(ref _keptCount),
            KeptAt = Volatile.Read(ref _keptTicks) is var kept and > 0 ? new DateTimeOffset(kept, TimeSpan.Zero) : null,
            Message = Volatile.Read(ref _message),
            Kind = _shownKind,
            IsWrapped = _isWrapped,
            Targets = Counts(_targets),
            ThrowSites = Counts(_sites),
        };
    }

    private void Sample(Exception exception, OpenThrows open, LatestRing<ThrownEvent> latest, long number)
    {
        // Message may be overridden by the service; only the framework's own ones are safe to call while it throws.
        var message = _hasPlainMessage ? PlainMessages.Read(exception) : null;
        if (message is not null)
        {
            Learn(message);
        }

        var thrown = new ThrownEvent(_name, message, number) { Inner = ThrownEvent.Within(exception) };
        latest.Add(thrown);
        if (ThrowPlace.Find(exception, out var namesOwn) is not { } place)
        {
            return;
        }

        thrown.Place = place;
        Find(_sites, place)?.Add();
        if (!namesOwn)
        {
            open.Add(exception, this, place, thrown);
        }
    }

    private void Learn(string message)
    {
        Volatile.Write(ref _message, message);
        if (_shownKind is FailureKind.None && SqlStates.Find(message) is not FailureKind.None and var kind)
        {
            _shownKind = kind;
        }

        if (_shownKind is not FailureKind.None && FailureTarget.Find(message) is { } target)
        {
            Find(_targets, target)?.Add();
        }
    }

    private static IReadOnlyList<CountFacts> Counts(ThrowSite?[] sites) =>
        [.. sites.OfType<ThrowSite>().Where(site => site.Count > 0).Select(site => new CountFacts(site.Name, site.Count)).OrderByDescending(site => site.Count)];

    // Null when all rooms are taken by others.
    private static ThrowSite? Find(ThrowSite?[] sites, string place)
    {
        foreach (ref var slot in sites.AsSpan())
        {
            var site = Volatile.Read(ref slot);
            if (site is null)
            {
                var added = new ThrowSite(place);
                site = Interlocked.CompareExchange(ref slot, added, null) ?? added;
            }

            if (site.Name == place)
            {
                return site;
            }
        }

        return null;
    }
}
