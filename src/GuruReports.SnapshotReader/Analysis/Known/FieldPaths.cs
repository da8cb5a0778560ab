using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>Follows the paths of the table of known types through objects and the values within them.</summary>
internal sealed class FieldPaths(Image image)
{
    private const int WordSize = 8;
    private const int FirstElement = 16;
    private const ulong HandleBits = 3;
    private readonly SequentialLayouts _layouts = new(image);
    private readonly Dictionary<(ClrType Type, string Step), ClrInstanceField?> _fields = [];
    private readonly Dictionary<string, string[][]> _steps = [];

    /// <summary>Where a path leads from an object.</summary>
    public PathValue Read(ulong address, string path)
    {
        var (place, type, origin) = (address, image.Kinds.KindAt(address)?.Type, WordSize);
        var steps = Steps(path);
        for (var i = 0; i < steps.Length; i++)
        {
            if (type is null)
            {
                return PathValue.To(0);
            }

            if (Find(type, steps[i]) is not { } field)
            {
                return PathValue.Without($"{PlainNames.Of(type.Name ?? "?")}.{steps[i][0]}");
            }

            var at = place + (uint)(field.Offset + origin);
            if (field.IsObjectReference)
            {
                place = Target(image.Memory.Pointer(at));
                (type, origin) = (image.Kinds.KindAt(place)?.Type, WordSize);
            }
            else if (Numbers.Read(image.Memory, at, field) is { } number)
            {
                return i == steps.Length - 1 ? PathValue.Of(number) : PathValue.Without($"{PlainNames.Of(type.Name ?? "?")}.{steps[i][0]}");
            }
            else if (field.Type is { Name: { } name } inner && !name.Contains('`', StringComparison.Ordinal))
            {
                (place, type, origin) = (at, inner, 0);
            }
            else
            {
                return i == steps.Length - 2 && _layouts.Offset(field, steps[^1][0]) is var offset and >= 0
                    ? PathValue.Of(image.Memory.Int32(at + (uint)offset))
                    : PathValue.Without($"{PlainNames.Of(type.Name ?? "?")}.{steps[i][0]}");
            }
        }

        return PathValue.To(place);
    }

    /// <summary>The text that is an object, or the first of an array of them; null when there is none.</summary>
    public string? Text(ulong address, int longest)
    {
        if (image.Kinds.KindAt(address) is { ComponentSize: WordSize })
        {
            address = image.Memory.Pointer(address + FirstElement);
        }

        return image.Kinds.KindAt(address) is { Roles: ObjectRoles.String } ? image.Memory.Text(address, longest) : null;
    }

    private ulong Target(ulong address)
    {
        if (address == 0 || image.Kinds.KindAt(address) is not { } kind || !kind.Name.StartsWith(KnownCollections.Weak, StringComparison.Ordinal) || Find(kind.Type, [KnownCollections.WeakHandle]) is not { } field)
        {
            return address;
        }

        var handle = image.Memory.Pointer(address + (uint)(field.Offset + WordSize)) & ~HandleBits;
        return handle == 0 ? 0 : image.Memory.Pointer(handle);
    }

    private bool IsHidden(ClrType type, string name) =>
        image.HiddenFields.Count > 0 && (image.HiddenFields.Contains(name) || image.HiddenFields.Contains($"{PlainNames.Of(type.Name ?? "")}.{name}"));

    // A property is named like the field that the compiler keeps it in.
    private ClrInstanceField? Find(ClrType type, string[] names)
    {
        if (_fields.TryGetValue((type, names[0]), out var found))
        {
            return found;
        }

        for (var current = type; current is not null && found is null; current = current.BaseType)
        {
            found = names.Select(name => current.GetFieldByName(name) ?? current.GetFieldByName($"<{name}>k__BackingField")).FirstOrDefault(static field => field is not null);
        }

        return _fields[(type, names[0])] = found is not null && IsHidden(found.ContainingType, names[0]) ? null : found;
    }

    private string[][] Steps(string path)
    {
        if (!_steps.TryGetValue(path, out var steps))
        {
            _steps[path] = steps = [.. path.Split('/').Select(static step => step.Split('|'))];
        }

        return steps;
    }
}
