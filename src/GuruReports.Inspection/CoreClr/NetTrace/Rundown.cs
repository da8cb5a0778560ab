namespace GuruReports.Inspection.CoreClr.NetTrace;

/// <summary>What the runtime tells at the end of a session: all compiled methods, their modules and IL offsets.</summary>
internal sealed class Rundown
{
    private const string Provider = "Microsoft-Windows-DotNETRuntimeRundown";
    private const int MethodEvent = 144;
    private const int OffsetsEvent = 150;
    private const int ModuleEvent = 154;
    private const uint DynamicFlag = 1;

    private readonly List<RundownMethod> _methods = [];
    private readonly Dictionary<ulong, string> _modules = [];
    private readonly Dictionary<ulong, (uint[] IL, uint[] Native)> _offsets = [];
    private bool _sorted;

    /// <summary>Gets the number of methods.</summary>
    public int Count => _methods.Count;

    public void Handle(in TraceEvent head, ReadOnlySpan<byte> payload)
    {
        if (head.Provider != Provider)
        {
            return;
        }

        var cursor = new TraceCursor(payload);
        switch (head.Id)
        {
            case MethodEvent:
                AddMethod(ref cursor);
                break;
            case ModuleEvent:
                AddModule(ref cursor);
                break;
            case OffsetsEvent:
                AddOffsets(ref cursor);
                break;
        }
    }

    /// <summary>Finds the method that holds the address.</summary>
    public RundownMethod? Find(ulong address)
    {
        if (!_sorted)
        {
            _methods.Sort(static (x, y) => x.Start.CompareTo(y.Start));
            _sorted = true;
        }

        var low = 0;
        var high = _methods.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var method = _methods[middle];
            if (address < method.Start)
            {
                high = middle - 1;
            }
            else if (address >= method.Start + method.Size)
            {
                low = middle + 1;
            }
            else
            {
                return method;
            }
        }

        return null;
    }

    /// <summary>Returns the path or name of a module; null when it is not known.</summary>
    public string? ModulePath(ulong module) => _modules.GetValueOrDefault(module);

    /// <summary>Returns the IL offset of an address: that of the last known place at or before it.</summary>
    public int? ILOffset(RundownMethod method, ulong address)
    {
        if (!_offsets.TryGetValue(method.Id, out var map))
        {
            return null;
        }

        var native = address - method.Start;
        uint? best = null;
        uint bestNative = 0;
        for (var index = 0; index < map.IL.Length; index++)
        {
            // The highest values stand for prologue, epilogue and places without IL.
            if (map.Native[index] <= native && map.IL[index] < 0xFFFF_FFF0 && (best is null || map.Native[index] >= bestNative))
            {
                best = map.IL[index];
                bestNative = map.Native[index];
            }
        }

        return (int?)best;
    }

    private void AddMethod(ref TraceCursor cursor)
    {
        var id = cursor.Value<ulong>();
        var module = cursor.Value<ulong>();
        var start = cursor.Value<ulong>();
        var size = cursor.Value<uint>();
        var token = cursor.Value<int>();
        var flags = cursor.Value<uint>();
        var type = cursor.Text();
        var name = cursor.Text();
        _methods.Add(new RundownMethod
        {
            Id = id,
            Module = module,
            Start = start,
            Size = size,
            Token = token,
            IsDynamic = (flags & DynamicFlag) != 0,
            Type = type,
            Name = name,
        });
    }

    private void AddModule(ref TraceCursor cursor)
    {
        var id = cursor.Value<ulong>();
        _ = cursor.Bytes(16);
        _modules[id] = cursor.Text();
    }

    private void AddOffsets(ref TraceCursor cursor)
    {
        var id = cursor.Value<ulong>();
        _ = cursor.Bytes(9);
        int count = cursor.Value<ushort>();
        var il = new uint[count];
        var native = new uint[count];
        for (var index = 0; index < count; index++)
        {
            il[index] = cursor.Value<uint>();
        }

        for (var index = 0; index < count; index++)
        {
            native[index] = cursor.Value<uint>();
        }

        _offsets[id] = (il, native);
    }
}
