using System.Diagnostics.Metrics;
using GuruReports.Hosting.Boundary;

namespace GuruReports.Hosting.Sections.Metrics;

/// <summary>
/// Reads the observable instruments of the process once, by a listener made for the moment. Their callbacks are the service's
/// code and run here; what they say is copied and bounded.
/// </summary>
internal sealed class InstrumentReader(string without, CancellationToken cancellation)
{
    private const int MostInstruments = 2_000;
    private const int MostMeasurements = 500;
    private const int MostTags = 8;
    private const int LongestText = 80;

    private readonly List<InstrumentMeasurement> _measurements = [];
    private int _instruments;
    private int _others;

    /// <summary>Reads them.</summary>
    public ReadInstruments Read()
    {
        using var listener = new MeterListener { InstrumentPublished = Enable };
        listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<decimal>((instrument, value, tags, _) => Add(instrument, (double)value, tags));
        listener.Start();

        // Policy: one instrument that throws costs itself; the listener goes on with the others and tells at the end.
        try
        {
            listener.RecordObservableInstruments();
            return Result(failed: 0);
        }
        catch (AggregateException failures)
        {
            return Result(failures.InnerExceptions.Count);
        }
    }

    private ReadInstruments Result(int failed) => new(_measurements, _others, failed);

    private void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.IsObservable && instrument.Meter.Name != without && ++_instruments <= MostInstruments)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_measurements.Count >= MostMeasurements || cancellation.IsCancellationRequested)
        {
            _others++;
            return;
        }

        _measurements.Add(new InstrumentMeasurement(Cut(instrument.Meter.Name), Cut(instrument.Name) + Say(tags), value, instrument.Unit is { Length: > 0 } unit ? Cut(unit) : null));
    }

    private static string Say(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var said = new List<string>(MostTags + 1);
        foreach (var (key, value) in tags[..Math.Min(tags.Length, MostTags)])
        {
            said.Add($"{Cut(key)}={Cut(value?.ToString() ?? "")}");
        }

        return $" {{{string.Join(", ", said)}{(tags.Length > MostTags ? ", …" : "")}}}";
    }

    private static string Cut(string text) => BoundedText.Shorten(text, LongestText);
}
