namespace ScoreGuard.Integration.Tests.Reports;

/// <summary>What is measured inside the browser.</summary>
internal static class PageScripts
{
    /// <summary>WCAG 2 contrast of each visible text against what is painted behind it.</summary>
    public const string Contrast = """
        () => {
          const parse = color => (color.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
          const luminance = ([r, g, b]) => {
            const [x, y, z] = [r, g, b].map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const behind = element => {
            for (let at = element; at; at = at.parentElement) {
              const color = parse(getComputedStyle(at).backgroundColor);
              if (color.length < 4 || color[3] === 1) return color;
              if (color[3] > 0) throw new Error('half transparent');
            }
            return [255, 255, 255];
          };
          const weak = [];
          let texts = 0, darkest = 1;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode, element = text.parentElement;
            if (!text.data.trim() || element.closest('svg, style') || !element.getClientRects().length) continue;
            const back = luminance(behind(element)), front = luminance(parse(getComputedStyle(element).color));
            const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
            texts++;
            darkest = Math.min(darkest, back);
            if (ratio < 4.5) weak.push(`${ratio.toFixed(2)} ${element.outerHTML.slice(0, 120)}`);
          }
          return { texts, darkestBackground: darkest, weak };
        }
        """;

    /// <summary>Elements that reach beyond the paper, or that hide or scroll a part of their content.</summary>
    public const string Clipped = """
        () => [...document.body.querySelectorAll('*')]
          .filter(element => !element.closest('svg'))
          .filter(element => {
            const box = element.getBoundingClientRect();
            const cut = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth;
            return box.right > innerWidth + 1 || box.left < -1 || cut;
          })
          .map(element => element.outerHTML.slice(0, 160))
        """;
}
