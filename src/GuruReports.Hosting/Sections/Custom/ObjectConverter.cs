using System.Collections;
using System.Text.Json;
using GuruReports.Hosting.Redaction;
using GuruReports.Inspection.Symbols;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>
/// Turns anything that a service hands over into the model: bounded in depth, count and size, safe for cycles; a member
/// that throws costs itself only. Values are masked by the names above them. One object for one conversion.
/// </summary>
internal sealed class ObjectConverter
{
    private readonly IRedactor _redactor;
    private readonly ConversionBudget _budget;
    private readonly HashSet<object> _path = new(ReferenceEqualityComparer.Instance);

    public ObjectConverter(IRedactor redactor, CancellationToken cancellation = default)
    {
        _redactor = redactor;
        _budget = new ConversionBudget(cancellation);
    }

    /// <summary>Gets what was cut, in words; null when nothing was.</summary>
    public string? Cut => _budget.Cut;

    /// <summary>Turns a value.</summary>
    public ReportValue Convert(object? value) => Convert("", value, 0);

    /// <summary>Turns a value that stands below a name.</summary>
    internal ReportValue Convert(string key, object? value, int depth)
    {
        if (!_budget.TryTakeValue())
        {
            return new ReportText("(cut)");
        }

        if (value is ReportValue ready)
        {
            return ready;
        }

        if (Scalars.Convert(value) is { } scalar)
        {
            return Mask(key, scalar);
        }

        if (depth >= ConversionBudget.DeepestLevel)
        {
            _budget.Refuse($"cut: nested deeper than {ConversionBudget.DeepestLevel} levels");
            return new ReportText($"(cut: {TypeNames.Short(value!.GetType())})");
        }

        return ConvertGuarded(key, value!, depth);
    }

    // Boundary: enumerators and members are the service's code; what they throw costs that value only.
    private ReportValue ConvertGuarded(string key, object value, int depth)
    {
        if (!value.GetType().IsValueType && !_path.Add(value))
        {
            return new ReportText($"(cycle: the same {TypeNames.Short(value.GetType())} as above)");
        }

        try
        {
            return ConvertComplex(key, value, depth);
        }
        catch (Exception exception)
        {
            return new ReportUnknown($"threw {ExceptionText.Short(exception)}");
        }
        finally
        {
            _path.Remove(value);
        }
    }

    private ReportValue ConvertComplex(string key, object value, int depth) => value switch
    {
        Exception exception => ExceptionMembers.Convert(this, exception, depth),
        JsonElement json => JsonMembers.Convert(this, key, json, depth),
        JsonDocument json => JsonMembers.Convert(this, key, json.RootElement, depth),
        System.Text.Json.Nodes.JsonNode json => JsonMembers.Convert(this, key, JsonElement.Parse(json.ToJsonString()), depth),
        _ when DataTables.Are(value) => DataTables.Convert(this, value, depth),
        IDictionary dictionary => ConvertPairs(key, Members.Of(dictionary), depth),
        IEnumerable sequence when Members.PairsOf(sequence) is { } pairs => ConvertPairs(key, pairs, depth),
        IEnumerable sequence => ConvertSequence(key, sequence, depth),
        System.Runtime.CompilerServices.ITuple tuple => ConvertSequence(key, Members.Of(tuple), depth),
        _ => ConvertObject(key, value, depth),
    };

    private ReportValue ConvertSequence(string key, IEnumerable sequence, int depth)
    {
        var items = new List<ReportValue>();
        try
        {
            foreach (var item in sequence)
            {
                if (!HasRoom(items.Count))
                {
                    items.Add(Rest(sequence, items.Count));
                    break;
                }

                items.Add(Convert(key, item, depth + 1));
            }
        }
        catch (Exception exception)
        {
            // Boundary: a sequence that ends badly, or changes while it is read, keeps what it gave.
            items.Add(new ReportUnknown($"the sequence stopped: {ExceptionText.Short(exception)}"));
        }

        return Tables.From(items) is { } table ? table : new ReportList(items);
    }

    private ReportMap ConvertPairs(string key, IEnumerable<KeyValuePair<string, object?>> pairs, int depth)
    {
        var map = new MapBuilder();
        var count = 0;
        foreach (var (name, value) in pairs)
        {
            if (!HasRoom(count++))
            {
                map.Add("…", "(cut: more entries)");
                break;
            }

            map.Add(_budget.TakeText(name), Convert(Join(key, name), value, depth + 1));
        }

        return map.Build();
    }

    private ReportValue ConvertObject(string key, object value, int depth)
    {
        var members = ObjectMembers.Of(value.GetType());
        if (members.Count == 0)
        {
            return Mask(key, new ReportText(value.ToString() ?? ""));
        }

        var map = new MapBuilder();
        foreach (var member in members)
        {
            map.Add(member.Name, ConvertMember(Join(key, member.Name), member, value, depth));
        }

        return map.Build();
    }

    private ReportValue ConvertMember(string key, ObjectMember member, object owner, int depth)
    {
        try
        {
            var value = member.Read(owner);
            return member.IsSecret && value is not null ? Hide(value) : Convert(key, value, depth + 1);
        }
        catch (Exception exception)
        {
            // Boundary: a property that throws costs itself only.
            return new ReportUnknown($"threw {ExceptionText.Short(exception.InnerException ?? exception)}");
        }
    }

    // Of what was declared to be secret a text is masked elsewhere too; whatever else it is, nothing of it is shown.
    private ReportText Hide(object value)
    {
        if (value is string text)
        {
            _ = _redactor.Redact("secret", text);
        }

        return new ReportText(SecretRedactor.Mask);
    }

    private bool HasRoom(int count) =>
        count < ConversionBudget.MostItems || _budget.Refuse($"cut: a collection has more than {ConversionBudget.MostItems} items");

    private static ReportText Rest(IEnumerable sequence, int shown) =>
        new(sequence is ICollection collection ? $"(cut: {collection.Count - shown} more items)" : "(cut: more items)");

    private ReportValue Mask(string key, ReportValue value)
    {
        if (value is not ReportText text)
        {
            return value;
        }

        var room = _budget.TakeText(text.Text);
        return new ReportText((key.Length > 0 ? _redactor.Redact(key, room) : _redactor.Redact(room)) ?? "");
    }

    private static string Join(string key, string name) => key.Length == 0 ? name : $"{key}:{name}";
}
