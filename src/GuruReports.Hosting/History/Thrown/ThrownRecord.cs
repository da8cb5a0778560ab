using GuruReports.Hosting.Exceptions;
using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.History.Thrown;

/// <summary>
/// Which exceptions were thrown in each second, by type: a column for each of a few types, one for all others. A type that comes late
/// takes the column of one that was thrown less in all the seconds kept than it was in this one; what that had goes to the others. All
/// memory is taken at once. Not safe for several threads.
/// </summary>
internal sealed class ThrownRecord
{
    /// <summary>How many types have a column.</summary>
    public const int Types = 8;

    private const int Others = Types;
    private const int Columns = Types + 1;
    private const sbyte None = -1;

    private readonly IThrownCounts _counts;
    private readonly ThrownRing _seconds = new(HistoryRecorder.Seconds, Columns);
    private readonly ThrownRing _minutes = new(HistoryRecorder.Minutes, Columns);
    private readonly string?[] _types = new string?[Types];
    private readonly double[] _row = new double[Columns];
    private readonly double[] _sums = new double[Columns];
    private readonly long[] _last;
    private readonly sbyte[] _columns;
    private long _lastOthers;
    private long _minute = -1;

    public ThrownRecord(IThrownCounts counts)
    {
        _counts = counts;
        _last = new long[counts.Places];
        _columns = new sbyte[counts.Places];
        Filling.With(_columns.AsSpan(), None);

        // What was thrown before is of no second.
        Look();
    }

    /// <summary>Adds what was thrown since the last row; a minute that has ended by it goes to the rows of a minute first. Allocates nothing.</summary>
    public void Add(long at)
    {
        var minute = at / TimeSpan.TicksPerMinute;
        if (minute != _minute && _minute >= 0)
        {
            _minutes.Add(_sums);
            Array.Clear(_sums);
        }

        _minute = minute;
        Look();
        _seconds.Add(_row);
        for (var column = 0; column < Columns; column++)
        {
            _sums[column] += _row[column];
        }
    }

    /// <summary>Copies what was thrown, the type that was thrown most in the rows of a second first, the others last.</summary>
    public IReadOnlyList<ThrownSeries> Read() =>
    [
        .. Enumerable.Range(0, Columns).Where(column => _seconds.Sum(column) + _minutes.Sum(column) > 0)
            .OrderBy(static column => column == Others).ThenByDescending(_seconds.Sum)
            .Select(column => new ThrownSeries(column == Others ? null : _types[column], _seconds.Copy(column), _minutes.Copy(column))),
    ];

    private void Look()
    {
        Array.Clear(_row);
        for (var place = 0; place < _last.Length; place++)
        {
            var count = _counts.CountAt(place);
            if (count > _last[place])
            {
                var thrown = count - _last[place];
                _last[place] = count;
                _row[ColumnOf(place, thrown)] += thrown;
            }
        }

        var others = _counts.Others;
        _row[Others] += others - _lastOthers;
        _lastOthers = others;
    }

    private int ColumnOf(int place, long thrown)
    {
        if (_columns[place] is not None and var known)
        {
            return known;
        }

        var type = _counts.TypeAt(place);
        var column = Array.IndexOf(_types, type);
        if (column < 0)
        {
            column = Least();
            if (_types[column] is not null && Thrown(column) >= thrown)
            {
                return Others;
            }

            Give(column, type);
        }

        _columns[place] = (sbyte)column;
        return column;
    }

    private double Thrown(int column) => _seconds.Sum(column) + _row[column];

    private int Least()
    {
        var least = 0;
        for (var column = 0; column < Types && _types[least] is not null; column++)
        {
            least = _types[column] is null || Thrown(column) < Thrown(least) ? column : least;
        }

        return least;
    }

    private void Give(int column, string? type)
    {
        _seconds.Move(column, Others);
        _minutes.Move(column, Others);
        (_row[Others], _row[column]) = (_row[Others] + _row[column], 0);
        (_sums[Others], _sums[column]) = (_sums[Others] + _sums[column], 0);
        _types[column] = type;
        for (var place = 0; place < _columns.Length; place++)
        {
            _columns[place] = _columns[place] == column ? None : _columns[place];
        }
    }
}
