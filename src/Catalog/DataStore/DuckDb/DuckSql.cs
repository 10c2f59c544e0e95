using System.Text;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>SQL with the values that go into its parameters; no value of a caller ever stands in the text.</summary>
internal sealed class DuckSql
{
    private readonly StringBuilder _text = new();
    private readonly List<DataValue> _values = [];

    public DuckSql Add(string text)
    {
        _text.Append(text);
        return this;
    }

    public DuckSql AddValue(DataValue value)
    {
        _values.Add(value);
        _text.Append(value.Kind switch
        {
            DataKind.Numeric => "CAST(? AS DECIMAL(38,10))",
            DataKind.TimestampTz => "make_timestamptz(CAST(? AS BIGINT))",
            _ => "?",
        });
        return this;
    }

    public DuckSql AddText(string value)
    {
        _values.Add(DataValue.Of(value));
        _text.Append('?');
        return this;
    }

    /// <summary>Values of parameters that stand in text added before.</summary>
    public DuckSql Bind(IEnumerable<DataValue> values)
    {
        _values.AddRange(values);
        return this;
    }

    public DuckSql AddFilter(DataFilter filter)
    {
        switch (filter)
        {
            case CombinedFilter { Parts: [] } none:
                return Add(none.Any ? "false" : "true");
            case CombinedFilter all:
                return AddList(all.Parts, all.Any ? " OR " : " AND ", part => AddFilter(part));
            case ColumnFilter { Operator: FilterOperator.In } isIn:
                return isIn.Values.Count == 0
                    ? Add("false")
                    : AddList(isIn.Values, " OR ", value => AddComparison(isIn.Column, "=", value));
            case ColumnFilter one:
                return AddComparison(one.Column, Operator(one.Operator), one.Values[0]);
            default:
                throw new InvalidOperationException($"No such filter: {filter.GetType().Name}");
        }
    }

    public DuckStatement Prepare(DuckConnection connection)
    {
        var statement = connection.Prepare(_text.ToString());
        try
        {
            for (var i = 0; i < _values.Count; i++)
            {
                Bind(statement, i + 1, _values[i]);
            }

            return statement;
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    private static void Bind(DuckStatement statement, int index, DataValue value)
    {
        switch (value.Kind)
        {
            case DataKind.Null or DataKind.Missing:
                statement.BindNull(index);
                break;
            case DataKind.Boolean:
                statement.Bind(index, value.Boolean);
                break;
            case DataKind.Real:
                statement.Bind(index, value.Real);
                break;
            case DataKind.Text or DataKind.Numeric or DataKind.Json:
                statement.Bind(index, value.Text);
                break;
            case DataKind.Date:
                statement.BindDate(index, (int)value.Whole);
                break;
            case DataKind.Time:
                statement.BindTime(index, value.Whole);
                break;
            case DataKind.Timestamp:
                statement.BindTimestamp(index, value.Whole);
                break;
            default:
                statement.Bind(index, value.Whole);
                break;
        }
    }

    private DuckSql AddComparison(string column, string comparison, DataValue value) => value.IsNull
        ? Add("false")
        : Add(StoredColumns.Quote(column)).Add(comparison).AddValue(value);

    private DuckSql AddList<T>(IReadOnlyList<T> parts, string between, Action<T> add)
    {
        Add("(");
        for (var i = 0; i < parts.Count; i++)
        {
            Add(i == 0 ? "" : between);
            add(parts[i]);
        }

        return Add(")");
    }

    private static string Operator(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Greater => " > ",
        FilterOperator.GreaterOrEqual => " >= ",
        FilterOperator.Less => " < ",
        FilterOperator.LessOrEqual => " <= ",
        _ => " = ",
    };
}
