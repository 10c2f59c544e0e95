using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Writes SVG: numbers short, every text encoded. No styles inside, which the policy of the pages forbids; attributes and classes only.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    public SvgText Open(string element, params IReadOnlyList<(string Name, object Value)> attributes)
    {
        Start(element, attributes);
        _text.Append('>');
        return this;
    }

    public SvgText Close(string element)
    {
        _text.Append("</").Append(element).Append('>');
        return this;
    }

    public SvgText Empty(string element, params IReadOnlyList<(string Name, object Value)> attributes)
    {
        Start(element, attributes);
        _text.Append("/>");
        return this;
    }

    public SvgText Element(string element, string content, params IReadOnlyList<(string Name, object Value)> attributes)
    {
        Start(element, attributes);
        _text.Append('>').Append(HtmlEncoder.Default.Encode(content)).Append("</").Append(element).Append('>');
        return this;
    }

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();

    private void Start(string element, IReadOnlyList<(string Name, object Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            var text = value is double number ? Number(number) : value is int whole ? whole.ToString(CultureInfo.InvariantCulture) : HtmlEncoder.Default.Encode((string)value);
            _text.Append(' ').Append(name).Append("=\"").Append(text).Append('"');
        }
    }
}
