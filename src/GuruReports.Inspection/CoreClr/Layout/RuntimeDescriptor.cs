using System.Runtime.InteropServices;
using System.Text.Json;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>
/// The runtime's own description of its data structures, exported as <c>DotNetRuntimeContractDescriptor</c>
/// (dotnet/runtime, docs/design/datacontracts): field offsets and the addresses of globals.
/// </summary>
internal sealed class RuntimeDescriptor
{
    /// <summary>The name that the runtime exports it under.</summary>
    public const string Symbol = "DotNetRuntimeContractDescriptor";

    private const ulong Magic = 0x0043_4144_4343_4e44;
    private const int JsonSizeLimit = 1 << 20;

    private readonly JsonElement _types;
    private readonly JsonElement _globals;
    private readonly ulong[] _auxiliary;

    private RuntimeDescriptor(JsonElement root, ulong[] auxiliary)
    {
        _types = root.GetProperty("types");
        _globals = root.GetProperty("globals");
        _auxiliary = auxiliary;
    }

    /// <summary>Reads memory of the process that the descriptor is of; false when it cannot be read whole.</summary>
    internal delegate bool Memory(ulong address, Span<byte> destination);

    /// <summary>Reads the descriptor at an address.</summary>
    /// <exception cref="ShapeException">It is not as expected.</exception>
    public static RuntimeDescriptor Read(ulong address, Memory read)
    {
        Span<byte> header = stackalloc byte[40];
        if (address == 0 || !read(address, header))
        {
            throw new ShapeException("the runtime exports no contract descriptor");
        }

        var jsonSize = MemoryMarshal.Read<int>(header[12..]);
        var auxiliaryCount = MemoryMarshal.Read<int>(header[24..]);
        if (MemoryMarshal.Read<ulong>(header) != Magic || jsonSize is <= 0 or > JsonSizeLimit || auxiliaryCount is < 0 or > 4096)
        {
            throw new ShapeException("the runtime's contract descriptor has another layout");
        }

        var json = new byte[jsonSize];
        var auxiliary = new ulong[auxiliaryCount];
        if (!read(MemoryMarshal.Read<ulong>(header[16..]), json)
            || !read(MemoryMarshal.Read<ulong>(header[32..]), MemoryMarshal.AsBytes(auxiliary.AsSpan())))
        {
            throw new ShapeException("the runtime's contract descriptor cannot be read");
        }

        try
        {
            using var document = JsonDocument.Parse(json.AsMemory(0, json.AsSpan().TrimEnd((byte)0).Length));
            return new RuntimeDescriptor(document.RootElement.Clone(), auxiliary);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ShapeException($"the runtime's contract descriptor is not understood: {error.Message}");
        }
    }

    /// <summary>Returns whether the runtime says where a field is.</summary>
    public bool Has(string type, string field) => _types.TryGetProperty(type, out var fields) && fields.TryGetProperty(field, out _);

    /// <summary>Returns the offset of a field within its structure.</summary>
    /// <param name="type">The structure.</param>
    /// <param name="names">The field's name, and those that it has in other versions of the runtime.</param>
    /// <exception cref="ShapeException">The runtime does not name the field.</exception>
    public int Offset(string type, params ReadOnlySpan<string> names)
    {
        var value = default(JsonElement);
        if (!_types.TryGetProperty(type, out var fields) || !TryGet(fields, names, out value))
        {
            throw new ShapeException($"the runtime does not say where {type}.{string.Join(" or ", names)} is");
        }

        // A field is its offset, or an array of the offset and the type's name.
        var number = value.ValueKind == JsonValueKind.Array ? value[0] : value;
        return number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var offset)
            ? offset
            : throw new ShapeException($"the runtime's offset of {type}.{names[0]} is not a number");
    }

    private static bool TryGet(JsonElement fields, ReadOnlySpan<string> names, out JsonElement value)
    {
        foreach (var name in names)
        {
            if (fields.TryGetProperty(name, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Returns the size of a structure.</summary>
    /// <exception cref="ShapeException">The runtime does not say it.</exception>
    public int Size(string type) => Offset(type, "!");

    /// <summary>Returns the address of a global.</summary>
    /// <exception cref="ShapeException">The runtime does not name the global.</exception>
    public ulong Global(string name) =>
        TryGlobal(name, out var address) ? address : throw new ShapeException($"the runtime does not say where {name} is");

    /// <summary>Looks for the address of a global.</summary>
    public bool TryGlobal(string name, out ulong address)
    {
        // An address is [[index into the auxiliary data], type]; constants are ["0x…", type], or the number alone.
        if (_globals.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Array
            && value[0].ValueKind == JsonValueKind.Array
            && value[0][0].TryGetInt32(out var index)
            && (uint)index < (uint)_auxiliary.Length)
        {
            address = _auxiliary[index];
            return true;
        }

        address = 0;
        return false;
    }
}
