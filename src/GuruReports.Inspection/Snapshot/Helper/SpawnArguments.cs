namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>The texts that posix_spawn(3) is given, in native memory.</summary>
internal sealed unsafe class SpawnArguments(HelperCommand command) : IDisposable
{
    private readonly NativeStrings _program = new([command.Program]);
    private readonly NativeStrings _values = new(command.Arguments);
    private readonly NativeStrings _environment = new(command.Environment);

    public byte* Program => _program.Pointers[0];

    public byte** Values => _values.Pointers;

    public byte** Environment => _environment.Pointers;

    public void Dispose()
    {
        _program.Dispose();
        _values.Dispose();
        _environment.Dispose();
    }
}
