// @vaadin/grid 25.3.0, changed. Made by `npm run generate` from the package of that name; scripts/lib/vaadin-copy.mjs says what
// was changed and why. Tags are `caas-vaadin-*`; nothing is defined by loading this file.
// Copyright (c) 2016 - 2026 Vaadin Ltd. Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
// Parts: Copyright (c) 2016 The Polymer Project Authors, under https://polymer.github.io/LICENSE.txt (BSD 3-Clause).
import { LitElement, css, html, noChange, notEqual, nothing, render } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { cache } from "lit/directives/cache.js";
import { classMap } from "lit/directives/class-map.js";
import { repeat } from "lit/directives/repeat.js";
import { Directive, PartType, directive } from "lit/directive.js";
import { AsyncDirective, directive as directive$1 } from "lit/async-directive.js";

/** Makes the classes anew with each call; the tags are the caller's to define. */
export function gridClasses() {
var appliedClassMixins$1 = new WeakMap();
function wasMixinPreviouslyApplied$1(mixin, superClass) {
	let klass = superClass;
	while (klass) {
		if (appliedClassMixins$1.get(klass) === mixin) return true;
		klass = Object.getPrototypeOf(klass);
	}
	return false;
}
function dedupeMixin$1(mixin) {
	return (superClass) => {
		if (wasMixinPreviouslyApplied$1(mixin, superClass)) return superClass;
		const mixedClass = mixin(superClass);
		appliedClassMixins$1.set(mixedClass, mixin);
		return mixedClass;
	};
}
function get$1(path, object) {
	return path.split(".").reduce((obj, property) => obj ? obj[property] : void 0, object);
}
function set(path, value, object) {
	const pathParts = path.split(".");
	const lastPart = pathParts.pop();
	const target = pathParts.reduce((target, part) => target[part], object);
	target[lastPart] = value;
}
var caseMap = {};
var CAMEL_TO_DASH = /([A-Z])/gu;
function camelToDash(camel) {
	if (!caseMap[camel]) caseMap[camel] = camel.replace(CAMEL_TO_DASH, "-$1").toLowerCase();
	return caseMap[camel];
}
function upper(name) {
	return name[0].toUpperCase() + name.substring(1);
}
function parseObserver(observerString) {
	const [method, rest] = observerString.split("(");
	return {
		method,
		observerProps: rest.replace(")", "").split(",").map((prop) => prop.trim())
	};
}
function getOrCreateMap(obj, name) {
	if (!Object.prototype.hasOwnProperty.call(obj, name)) obj[name] = new Map(obj[name]);
	return obj[name];
}
var PolylitMixinImplementation = (superclass) => {
	class PolylitMixinClass extends superclass {
		static enabledWarnings = [];
		static createProperty(name, options) {
			if ([
				String,
				Boolean,
				Number,
				Array
			].includes(options)) options = { type: options };
			if (options?.reflectToAttribute) options.reflect = true;
			super.createProperty(name, options);
		}
		static getOrCreateMap(name) {
			return getOrCreateMap(this, name);
		}
		static finalize() {
			if (window.litIssuedWarnings) {
				window.litIssuedWarnings.add("no-override-create-property");
				window.litIssuedWarnings.add("no-override-get-property-descriptor");
			}
			super.finalize();
			if (Array.isArray(this.observers)) {
				const complexObservers = this.getOrCreateMap("__complexObservers");
				this.observers.forEach((observer) => {
					const { method, observerProps } = parseObserver(observer);
					complexObservers.set(method, observerProps);
				});
			}
		}
		static addCheckedInitializer(initializer) {
			super.addInitializer((instance) => {
				if (instance instanceof this) initializer(instance);
			});
		}
		static getPropertyDescriptor(name, key, options) {
			const defaultDescriptor = super.getPropertyDescriptor(name, key, options);
			let result = defaultDescriptor;
			this.getOrCreateMap("__propKeys").set(name, key);
			if (options.sync) result = {
				get: defaultDescriptor.get,
				set(value) {
					const oldValue = this[name];
					if (notEqual(value, oldValue)) {
						this[key] = value;
						this.requestUpdate(name, oldValue, options);
						if (this.hasUpdated) this.performUpdate();
					}
				},
				configurable: true,
				enumerable: true
			};
			if (options.readOnly) {
				const setter = result.set;
				this.addCheckedInitializer((instance) => {
					instance[`_set${upper(name)}`] = function(value) {
						setter.call(instance, value);
					};
				});
				result = {
					get: result.get,
					set() {},
					configurable: true,
					enumerable: true
				};
			}
			if ("value" in options) this.addCheckedInitializer((instance) => {
				const value = typeof options.value === "function" ? options.value.call(instance) : options.value;
				if (options.readOnly) instance[`_set${upper(name)}`](value);
				else instance[name] = value;
			});
			if (options.observer) {
				const method = options.observer;
				this.getOrCreateMap("__observers").set(name, method);
				this.addCheckedInitializer((instance) => {
					if (!instance[method]) console.warn(`observer method ${method} not defined`);
				});
			}
			if (options.notify) {
				if (!this.__notifyProps) this.__notifyProps = new Set();
				else if (!this.hasOwnProperty("__notifyProps")) {
					const notifyProps = this.__notifyProps;
					this.__notifyProps = new Set(notifyProps);
				}
				this.__notifyProps.add(name);
			}
			if (options.computed) {
				const assignComputedMethod = `__assignComputed${name}`;
				const observer = parseObserver(options.computed);
				this.prototype[assignComputedMethod] = function(...props) {
					this[name] = this[observer.method](...props);
				};
				this.getOrCreateMap("__computedObservers").set(assignComputedMethod, observer.observerProps);
			}
			if (!options.attribute) options.attribute = camelToDash(name);
			return result;
		}
		static get polylitConfig() {
			return { asyncFirstRender: false };
		}
		connectedCallback() {
			super.connectedCallback();
			const { polylitConfig } = this.constructor;
			if (!this.hasUpdated && !polylitConfig.asyncFirstRender) this.performUpdate();
		}
		firstUpdated() {
			super.firstUpdated();
			if (!this.$) this.$ = {};
			this.renderRoot.querySelectorAll("[id]").forEach((node) => {
				this.$[node.id] = node;
			});
		}
		ready() {}
		willUpdate(props) {
			if (this.constructor.__computedObservers) this.__runComplexObservers(props, this.constructor.__computedObservers);
		}
		updated(props) {
			const wasReadyInvoked = this.__isReadyInvoked;
			this.__isReadyInvoked = true;
			if (this.constructor.__observers) this.__runObservers(props, this.constructor.__observers);
			if (this.constructor.__complexObservers) this.__runComplexObservers(props, this.constructor.__complexObservers);
			if (this.__dynamicPropertyObservers) this.__runDynamicObservers(props, this.__dynamicPropertyObservers);
			if (this.__dynamicMethodObservers) this.__runComplexObservers(props, this.__dynamicMethodObservers);
			if (this.constructor.__notifyProps) this.__runNotifyProps(props, this.constructor.__notifyProps);
			if (!wasReadyInvoked) this.ready();
		}
		setProperties(props) {
			Object.entries(props).forEach(([name, value]) => {
				const key = this.constructor.__propKeys.get(name);
				const oldValue = this[key];
				this[key] = value;
				this.requestUpdate(name, oldValue);
			});
			if (this.hasUpdated) this.performUpdate();
		}
		_createMethodObserver(observer) {
			const dynamicObservers = getOrCreateMap(this, "__dynamicMethodObservers");
			const { method, observerProps } = parseObserver(observer);
			dynamicObservers.set(method, observerProps);
		}
		_createPropertyObserver(property, method) {
			getOrCreateMap(this, "__dynamicPropertyObservers").set(method, property);
		}
		__runComplexObservers(props, observers) {
			observers.forEach((observerProps, method) => {
				if (observerProps.some((prop) => props.has(prop))) {
					if (!this[method]) console.warn(`observer method ${method} not defined`);
					else this[method](...observerProps.map((prop) => this[prop]));
				}
			});
		}
		__runDynamicObservers(props, observers) {
			observers.forEach((prop, method) => {
				if (props.has(prop) && this[method]) this[method](this[prop], props.get(prop));
			});
		}
		__runObservers(props, observers) {
			props.forEach((v, k) => {
				const observer = observers.get(k);
				if (observer !== void 0 && this[observer]) this[observer](this[k], v);
			});
		}
		__runNotifyProps(props, notifyProps) {
			props.forEach((_, k) => {
				if (notifyProps.has(k)) this.dispatchEvent(new CustomEvent(`${camelToDash(k)}-changed`, { detail: { value: this[k] } }));
			});
		}
		_get(path, object) {
			return get$1(path, object);
		}
		_set(path, value, object) {
			set(path, value, object);
		}
	}
	return PolylitMixinClass;
};
var PolylitMixin = dedupeMixin$1(PolylitMixinImplementation);
var microtaskCurrHandle = 0;
var microtaskLastHandle = 0;
var microtaskCallbacks = [];
var microtaskScheduled = false;
function microtaskFlush() {
	microtaskScheduled = false;
	const len = microtaskCallbacks.length;
	for (let i = 0; i < len; i++) {
		const cb = microtaskCallbacks[i];
		if (cb) try {
			cb();
		} catch (e) {
			setTimeout(() => {
				throw e;
			});
		}
	}
	microtaskCallbacks.splice(0, len);
	microtaskLastHandle += len;
}
var timeOut = {
	after(delay) {
		return {
			run(fn) {
				return window.setTimeout(fn, delay);
			},
			cancel(handle) {
				window.clearTimeout(handle);
			}
		};
	},
	run(fn, delay) {
		return window.setTimeout(fn, delay);
	},
	cancel(handle) {
		window.clearTimeout(handle);
	}
};
var animationFrame = {
	run(fn) {
		return window.requestAnimationFrame(fn);
	},
	cancel(handle) {
		window.cancelAnimationFrame(handle);
	}
};
var idlePeriod = {
	run(fn) {
		return window.requestIdleCallback ? window.requestIdleCallback(fn) : window.setTimeout(fn, 16);
	},
	cancel(handle) {
		if (window.cancelIdleCallback) window.cancelIdleCallback(handle);
		else window.clearTimeout(handle);
	}
};
var microTask = {
	run(callback) {
		if (!microtaskScheduled) {
			microtaskScheduled = true;
			queueMicrotask(() => microtaskFlush());
		}
		microtaskCallbacks.push(callback);
		const result = microtaskCurrHandle;
		microtaskCurrHandle += 1;
		return result;
	},
	cancel(handle) {
		const idx = handle - microtaskLastHandle;
		if (idx >= 0) {
			if (!microtaskCallbacks[idx]) throw new Error(`invalid async handle: ${handle}`);
			microtaskCallbacks[idx] = null;
		}
	}
};
var debouncerQueue = new Set();
var Debouncer = class Debouncer {
	static debounce(debouncer, asyncModule, callback) {
		if (debouncer instanceof Debouncer) debouncer._cancelAsync();
		else debouncer = new Debouncer();
		debouncer.setConfig(asyncModule, callback);
		return debouncer;
	}
	constructor() {
		this._asyncModule = null;
		this._callback = null;
		this._timer = null;
	}
	setConfig(asyncModule, callback) {
		this._asyncModule = asyncModule;
		this._callback = callback;
		this._timer = this._asyncModule.run(() => {
			this._timer = null;
			debouncerQueue.delete(this);
			this._callback();
		});
	}
	cancel() {
		if (this.isActive()) {
			this._cancelAsync();
			debouncerQueue.delete(this);
		}
	}
	_cancelAsync() {
		if (this.isActive()) {
			this._asyncModule.cancel(this._timer);
			this._timer = null;
		}
	}
	flush() {
		if (this.isActive()) {
			this.cancel();
			this._callback();
		}
	}
	isActive() {
		return this._timer != null;
	}
};
function enqueueDebouncer(debouncer) {
	debouncerQueue.add(debouncer);
}
function flushDebouncers() {
	const didFlush = Boolean(debouncerQueue.size);
	debouncerQueue.forEach((debouncer) => {
		try {
			debouncer.flush();
		} catch (e) {
			setTimeout(() => {
				throw e;
			});
		}
	});
	return didFlush;
}
var flush = () => {
	let debouncers;
	do
		debouncers = flushDebouncers();
	while (debouncers);
};
var directionSubscribers = [];
function alignDirs(element, documentDir, elementDir = element.getAttribute("dir")) {
	if (documentDir) element.setAttribute("dir", documentDir);
	else if (elementDir != null) element.removeAttribute("dir");
}
function getDocumentDir() {
	return document.documentElement.getAttribute("dir");
}
function directionUpdater() {
	const documentDir = getDocumentDir();
	directionSubscribers.forEach((element) => {
		alignDirs(element, documentDir);
	});
}
new MutationObserver(directionUpdater).observe(document.documentElement, {
	attributes: true,
	attributeFilter: ["dir"]
});
var DirMixin = (superClass) => class VaadinDirMixin extends superClass {
	static get properties() {
		return { dir: {
			type: String,
			value: "",
			reflectToAttribute: true,
			converter: {
				fromAttribute: (attr) => {
					return !attr ? "" : attr;
				},
				toAttribute: (prop) => {
					return prop === "" ? null : prop;
				}
			}
		} };
	}
	get __isRTL() {
		return this.getAttribute("dir") === "rtl";
	}
	connectedCallback() {
		super.connectedCallback();
		if (!this.hasAttribute("dir") || this.__restoreSubscription) {
			this.__subscribe();
			alignDirs(this, getDocumentDir(), null);
		}
	}
	attributeChangedCallback(name, oldValue, newValue) {
		super.attributeChangedCallback(name, oldValue, newValue);
		if (name !== "dir") return;
		const documentDir = getDocumentDir();
		const newValueEqlDocDir = newValue === documentDir && directionSubscribers.indexOf(this) === -1;
		const newValueEmptied = !newValue && oldValue && directionSubscribers.indexOf(this) === -1;
		const newDiffValue = newValue !== documentDir && oldValue === documentDir;
		if (newValueEqlDocDir || newValueEmptied) {
			this.__subscribe();
			alignDirs(this, documentDir, newValue);
		} else if (newDiffValue) this.__unsubscribe();
	}
	disconnectedCallback() {
		super.disconnectedCallback();
		this.__restoreSubscription = directionSubscribers.includes(this);
		this.__unsubscribe();
	}
	_valueToNodeAttribute(node, value, attribute) {
		if (attribute === "dir" && value === "" && !node.hasAttribute("dir")) return;
		super._valueToNodeAttribute(node, value, attribute);
	}
	_attributeToProperty(attribute, value, type) {
		if (attribute === "dir" && !value) this.dir = "";
		else super._attributeToProperty(attribute, value, type);
	}
	__subscribe() {
		if (!directionSubscribers.includes(this)) directionSubscribers.push(this);
	}
	__unsubscribe() {
		if (directionSubscribers.includes(this)) directionSubscribers.splice(directionSubscribers.indexOf(this), 1);
	}
};
var uniqueId = 0;
function generateUniqueId() {
	return uniqueId++;
}
function getClosestElement(selector, node) {
	if (!node) return null;
	return node.closest?.(selector) || getClosestElement(selector, node.getRootNode().host);
}
function setOrRemoveAttribute(element, attr, value) {
	if (value) element.setAttribute(attr, value);
	else element.removeAttribute(attr);
}
function isEmptyTextNode(node) {
	return node.nodeType === Node.TEXT_NODE && node.textContent.trim() === "";
}
function getClosestCell(node) {
	return getClosestElement("caas-vaadin-grid-cell-content", node)?.assignedSlot?.parentElement;
}
function getBodyRowCells(row) {
	return row.__cells || Array.from(row.querySelectorAll("[part~=\"cell\"]:not([part~=\"details-cell\"])"));
}
function iterateChildren(container, callback) {
	[...container.children].forEach(callback);
}
function iterateRowCells(row, callback) {
	getBodyRowCells(row).forEach(callback);
	if (row.__detailsCell) callback(row.__detailsCell);
}
function updateColumnOrders(columns, scope, baseOrder) {
	let c = 1;
	columns.forEach((column) => {
		if (c % 10 === 0) c += 1;
		column._order = baseOrder + c * scope;
		c += 1;
	});
}
function updateState(element, attribute, value) {
	switch (typeof value) {
		case "boolean":
			element.toggleAttribute(attribute, value);
			break;
		case "string":
			element.setAttribute(attribute, value);
			break;
		default: element.removeAttribute(attribute);
	}
}
function updatePart(element, part, value) {
	element.classList.toggle(part, value || value === "");
	element.part.toggle(part, value || value === "");
	element.part.length === 0 && element.removeAttribute("part");
}
function updateCellsPart(cells, part, value) {
	cells.forEach((cell) => {
		updatePart(cell, part, value);
	});
}
function updateBooleanRowStates(row, states) {
	const cells = getBodyRowCells(row);
	Object.entries(states).forEach(([state, value]) => {
		updateState(row, state, value);
		const rowPart = `${state}-row`;
		updatePart(row, rowPart, value);
		updateCellsPart(cells, `${rowPart}-cell`, value);
	});
}
function updateStringRowStates(row, states) {
	const cells = getBodyRowCells(row);
	Object.entries(states).forEach(([state, value]) => {
		const prevValue = row.getAttribute(state);
		updateState(row, state, value);
		if (prevValue) {
			const prevRowPart = `${state}-${prevValue}-row`;
			updatePart(row, prevRowPart, false);
			updateCellsPart(cells, `${prevRowPart}-cell`, false);
		}
		if (value) {
			const rowPart = `${state}-${value}-row`;
			updatePart(row, rowPart, value);
			updateCellsPart(cells, `${rowPart}-cell`, value);
		}
	});
}
function updateCellState(cell, attribute, value, part, oldPart) {
	updateState(cell, attribute, value);
	if (oldPart) updatePart(cell, oldPart, false);
	updatePart(cell, part || `${attribute}-cell`, value);
}
function findTreeToggleCell(row) {
	return getBodyRowCells(row).find((cell) => cell._content.querySelector("caas-vaadin-grid-tree-toggle"));
}
var ColumnObserver = class ColumnObserver {
	constructor(host, callback) {
		this.__host = host;
		this.__callback = callback;
		this.__currentSlots = [];
		this.__onMutation = this.__onMutation.bind(this);
		this.__observer = new MutationObserver(this.__onMutation);
		this.__observer.observe(host, { childList: true });
		this.__initialCallDebouncer = Debouncer.debounce(this.__initialCallDebouncer, microTask, () => this.__onMutation());
	}
	disconnect() {
		this.__observer.disconnect();
		this.__initialCallDebouncer.cancel();
		this.__toggleSlotChangeListeners(false);
	}
	flush() {
		this.__onMutation();
	}
	__toggleSlotChangeListeners(add) {
		this.__currentSlots.forEach((slot) => {
			if (add) slot.addEventListener("slotchange", this.__onMutation);
			else slot.removeEventListener("slotchange", this.__onMutation);
		});
	}
	__onMutation() {
		const initialCall = !this.__currentColumns;
		this.__currentColumns ||= [];
		const columns = ColumnObserver.getColumns(this.__host);
		const addedColumns = columns.filter((column) => !this.__currentColumns.includes(column));
		const removedColumns = this.__currentColumns.filter((column) => !columns.includes(column));
		const orderChanged = this.__currentColumns.some((column, index) => column !== columns[index]);
		this.__currentColumns = columns;
		this.__toggleSlotChangeListeners(false);
		this.__currentSlots = [...this.__host.children].filter((child) => child instanceof HTMLSlotElement);
		this.__toggleSlotChangeListeners(true);
		if (initialCall || addedColumns.length || removedColumns.length || orderChanged) this.__callback(addedColumns, removedColumns);
	}
	static __isColumnElement(node) {
		return node.nodeType === Node.ELEMENT_NODE && /\bcolumn\b/u.test(node.localName);
	}
	static getColumns(host) {
		const columns = [];
		const isColumnElement = host._isColumnElement || ColumnObserver.__isColumnElement;
		[...host.children].forEach((child) => {
			if (isColumnElement(child)) columns.push(child);
			else if (child instanceof HTMLSlotElement) [...child.assignedElements({ flatten: true })].filter((assignedElement) => isColumnElement(assignedElement)).forEach((assignedElement) => columns.push(assignedElement));
		});
		return columns;
	}
};
var ColumnBaseMixin = (superClass) => class ColumnBaseMixin extends superClass {
	static get properties() {
		return {
			resizable: {
				type: Boolean,
				sync: true,
				value() {
					if (this.localName === "caas-vaadin-grid-column-group") return;
					const parent = this.parentNode;
					if (parent?.localName === "caas-vaadin-grid-column-group") return parent.resizable || false;
					return false;
				}
			},
			frozen: {
				type: Boolean,
				value: false,
				sync: true
			},
			frozenToEnd: {
				type: Boolean,
				value: false,
				sync: true
			},
			rowHeader: {
				type: Boolean,
				value: false,
				sync: true
			},
			hidden: {
				type: Boolean,
				value: false,
				sync: true
			},
			header: {
				type: String,
				sync: true
			},
			textAlign: {
				type: String,
				sync: true
			},
			headerPartName: {
				type: String,
				sync: true
			},
			footerPartName: {
				type: String,
				sync: true
			},
			_lastFrozen: {
				type: Boolean,
				value: false,
				sync: true
			},
			_bodyContentHidden: {
				type: Boolean,
				value: false,
				sync: true
			},
			_firstFrozenToEnd: {
				type: Boolean,
				value: false,
				sync: true
			},
			_order: {
				type: Number,
				sync: true
			},
			_reorderStatus: {
				type: Boolean,
				sync: true
			},
			_emptyCells: Array,
			_headerCell: {
				type: Object,
				sync: true
			},
			_footerCell: {
				type: Object,
				sync: true
			},
			_grid: Object,
			__initialized: {
				type: Boolean,
				value: true
			},
			headerRenderer: {
				type: Function,
				sync: true
			},
			_headerRenderer: {
				type: Function,
				computed: "_computeHeaderRenderer(headerRenderer, header, __initialized)"
			},
			footerRenderer: {
				type: Function,
				sync: true
			},
			_footerRenderer: {
				type: Function,
				computed: "_computeFooterRenderer(footerRenderer, __initialized)"
			}
		};
	}
	static get observers() {
		return [
			"_widthChanged(width, _cells)",
			"_frozenChanged(frozen, _headerCell, _footerCell, _cells)",
			"_frozenToEndChanged(frozenToEnd, _headerCell, _footerCell, _cells)",
			"_flexGrowChanged(flexGrow, _cells)",
			"_textAlignChanged(textAlign, _cells)",
			"_lastFrozenChanged(_lastFrozen)",
			"_firstFrozenToEndChanged(_firstFrozenToEnd)",
			"_onRendererOrBindingChanged(_renderer, _cells, _bodyContentHidden, path)",
			"_onHeaderRendererOrBindingChanged(_headerRenderer, _headerCell, path, header)",
			"_onFooterRendererOrBindingChanged(_footerRenderer, _footerCell)",
			"_resizableChanged(resizable)",
			"_reorderStatusChanged(_reorderStatus, _headerCell, _footerCell, _cells)",
			"_hiddenChanged(hidden, _headerCell, _footerCell, _cells)",
			"_rowHeaderChanged(rowHeader, _cells)",
			"__headerFooterPartNameChanged(headerPartName, footerPartName)"
		];
	}
	get _grid() {
		if (!this._gridValue) this._gridValue = this._findHostGrid();
		return this._gridValue;
	}
	get _allCells() {
		return [].concat(this._cells || []).concat(this._emptyCells || []).concat(this._headerCell).concat(this._footerCell).filter((cell) => cell);
	}
	constructor() {
		super();
		this._id = generateUniqueId();
	}
	connectedCallback() {
		super.connectedCallback();
		requestAnimationFrame(() => {
			if (!this._grid) return;
			this._cells?.forEach((cell) => {
				if (!cell._content.parentNode) this._grid.appendChild(cell._content);
			});
		});
	}
	disconnectedCallback() {
		super.disconnectedCallback();
		requestAnimationFrame(() => {
			if (this._grid) return;
			this._cells?.forEach((cell) => {
				cell._content.parentNode?.removeChild(cell._content);
			});
		});
		this._gridValue = void 0;
	}
	_findHostGrid() {
		let el = this;
		while (el && !/^caas-vaadin-grid$/u.test(el.localName)) el = el.assignedSlot ? el.assignedSlot.parentNode : el.parentNode;
		return el || void 0;
	}
	_renderHeaderAndFooter() {
		this._renderHeaderCellContent(this._headerRenderer, this._headerCell);
		this._renderFooterCellContent(this._footerRenderer, this._footerCell);
	}
	_flexGrowChanged(flexGrow) {
		this.parentElement?._columnPropChanged?.("flexGrow");
		this._grid?.__scheduleRenderHeaderFooter?.();
		this._cells?.forEach((cell) => {
			cell.style.flexGrow = flexGrow;
		});
	}
	_widthChanged(width) {
		this.parentElement?._columnPropChanged?.("width");
		this._grid?.__scheduleRenderHeaderFooter?.();
		this._cells?.forEach((cell) => {
			cell.style.width = width;
		});
	}
	_frozenChanged(frozen) {
		this.parentElement?._columnPropChanged?.("frozen", frozen);
		this._allCells.forEach((cell) => {
			updateCellState(cell, "frozen", frozen);
		});
		this._grid?._frozenCellsChanged?.();
	}
	_frozenToEndChanged(frozenToEnd) {
		this.parentElement?._columnPropChanged?.("frozenToEnd", frozenToEnd);
		this._allCells.forEach((cell) => {
			if (this._grid && cell.parentElement === this._grid.$.sizer) return;
			updateCellState(cell, "frozen-to-end", frozenToEnd);
		});
		this._grid?._frozenCellsChanged?.();
	}
	_lastFrozenChanged(lastFrozen) {
		this._allCells.forEach((cell) => {
			updateCellState(cell, "last-frozen", lastFrozen);
		});
		if (this.parentElement && this.parentElement._columnPropChanged) this.parentElement._lastFrozen = lastFrozen;
	}
	_firstFrozenToEndChanged(firstFrozenToEnd) {
		this._allCells.forEach((cell) => {
			if (this._grid && cell.parentElement === this._grid.$.sizer) return;
			updateCellState(cell, "first-frozen-to-end", firstFrozenToEnd);
		});
		if (this.parentElement && this.parentElement._columnPropChanged) this.parentElement._firstFrozenToEnd = firstFrozenToEnd;
	}
	_rowHeaderChanged(rowHeader, cells) {
		cells?.forEach((cell) => {
			cell.setAttribute("role", rowHeader ? "rowheader" : "gridcell");
		});
	}
	_generateHeader(path) {
		return path.substr(path.lastIndexOf(".") + 1).replace(/([A-Z])/gu, "-$1").toLowerCase().replace(/-/gu, " ").replace(/^./u, (match) => match.toUpperCase());
	}
	_reorderStatusChanged(reorderStatus) {
		const prevStatus = this.__previousReorderStatus;
		const oldPart = prevStatus ? `reorder-${prevStatus}-cell` : "";
		const newPart = `reorder-${reorderStatus}-cell`;
		this._allCells.forEach((cell) => {
			updateCellState(cell, "reorder-status", reorderStatus, newPart, oldPart);
		});
		this.__previousReorderStatus = reorderStatus;
	}
	_resizableChanged(resizable) {
		if (resizable === void 0) return;
		this._grid?.__scheduleRenderHeaderFooter?.();
	}
	_textAlignChanged(textAlign) {
		if (textAlign === void 0) return;
		this._grid?.__scheduleRenderHeaderFooter?.();
		this._cells?.forEach((cell) => {
			cell._content.style.textAlign = textAlign;
		});
	}
	_hiddenChanged(hidden) {
		this.parentElement?._columnPropChanged?.("hidden", hidden);
		if (!!hidden !== !!this._previousHidden && this._grid) {
			if (hidden === true) this._cells?.forEach((cell) => {
				cell._content.parentNode?.removeChild(cell._content);
			});
			this._grid._debouncerHiddenChanged = Debouncer.debounce(this._grid._debouncerHiddenChanged, animationFrame, () => {
				this._grid?._renderColumnTree?.(this._grid._columnTree);
			});
			this._grid._debounceUpdateFrozenColumn?.();
			this._grid._resetKeyboardNavigation?.();
		}
		this._previousHidden = hidden;
	}
	_runRenderer(renderer, cell, model) {
		const isVisibleBodyCell = model?.item && !cell.parentElement.hidden;
		if (!(isVisibleBodyCell || renderer === this._headerRenderer || renderer === this._footerRenderer)) return;
		const args = [cell._content, this];
		if (isVisibleBodyCell) args.push(model);
		renderer.apply(this, args);
	}
	__renderCellsContent(renderer, cells) {
		if (this.hidden || !this._grid) return;
		cells.forEach((cell) => {
			if (!cell.parentElement) return;
			const model = this._grid.__getRowModel(cell.parentElement);
			if (!renderer) return;
			if (cell._renderer !== renderer) this._clearCellContent(cell);
			cell._renderer = renderer;
			this._runRenderer(renderer, cell, model);
		});
	}
	_clearCellContent(cell) {
		cell._content.replaceChildren();
		delete cell._content._$litPart$;
	}
	_renderHeaderCellContent(headerRenderer, headerCell) {
		if (!headerCell || !headerRenderer) return;
		this.__renderCellsContent(headerRenderer, [headerCell]);
		this._grid?.__scheduleRenderHeaderFooter?.();
	}
	_onHeaderRendererOrBindingChanged(headerRenderer, headerCell, ..._bindings) {
		this._renderHeaderCellContent(headerRenderer, headerCell);
	}
	__headerFooterPartNameChanged() {
		this._grid?.__scheduleRenderHeaderFooter?.();
	}
	_renderBodyCellsContent(renderer, cells) {
		if (!cells || !renderer) return;
		this.__renderCellsContent(renderer, cells);
	}
	_onRendererOrBindingChanged(renderer, cells, ..._bindings) {
		this._renderBodyCellsContent(renderer, cells);
	}
	_renderFooterCellContent(footerRenderer, footerCell) {
		if (!footerCell || !footerRenderer) return;
		this.__renderCellsContent(footerRenderer, [footerCell]);
		this._grid?.__scheduleRenderHeaderFooter?.();
	}
	_onFooterRendererOrBindingChanged(footerRenderer, footerCell) {
		this._renderFooterCellContent(footerRenderer, footerCell);
	}
	__setTextContent(node, textContent) {
		if (node.textContent !== textContent) node.textContent = textContent;
	}
	__textHeaderRenderer() {
		this.__setTextContent(this._headerCell._content, this.header);
	}
	_defaultHeaderRenderer() {
		if (!this.path) return;
		this.__setTextContent(this._headerCell._content, this._generateHeader(this.path));
	}
	_defaultRenderer(root, _owner, { item }) {
		if (!this.path) return;
		this.__setTextContent(root, get$1(this.path, item));
	}
	_defaultFooterRenderer() {}
	_computeHeaderRenderer(headerRenderer, header) {
		if (headerRenderer) return headerRenderer;
		if (header !== void 0 && header !== null) return this.__textHeaderRenderer;
		return this._defaultHeaderRenderer;
	}
	_computeRenderer(renderer) {
		if (renderer) return renderer;
		return this._defaultRenderer;
	}
	_computeFooterRenderer(footerRenderer) {
		if (footerRenderer) return footerRenderer;
		return this._defaultFooterRenderer;
	}
};
var GridColumnMixin = (superClass) => class extends ColumnBaseMixin(DirMixin(superClass)) {
	static get properties() {
		return {
			width: {
				type: String,
				value: "100px",
				sync: true
			},
			flexGrow: {
				type: Number,
				value: 1,
				sync: true
			},
			renderer: {
				type: Function,
				sync: true
			},
			_renderer: {
				type: Function,
				computed: "_computeRenderer(renderer, __initialized)"
			},
			path: {
				type: String,
				sync: true
			},
			autoWidth: {
				type: Boolean,
				value: false
			},
			_focusButtonMode: {
				type: Boolean,
				value: false
			},
			_cells: {
				type: Array,
				sync: true
			}
		};
	}
};
var GridColumn = class extends GridColumnMixin(PolylitMixin(LitElement)) {
	static get is() {
		return "caas-vaadin-grid-column";
	}
};
var screenReaderOnly = css`
  .sr-only {
    border: 0 !important;
    clip: rect(1px, 1px, 1px, 1px) !important;
    clip-path: inset(50%) !important;
    height: 1px !important;
    margin: -1px !important;
    overflow: hidden !important;
    padding: 0 !important;
    position: absolute !important;
    width: 1px !important;
    white-space: nowrap !important;
  }
`;
var ElementMixin = (superClass) => class extends DirMixin(superClass) {};
var IGNORED_KEYS = [
	"__proto__",
	"constructor",
	"prototype"
];
var isPlainObject = (value) => {
	if (!value || typeof value !== "object") return false;
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
};
function merge(target, source, partial) {
	if (!isPlainObject(target) || !isPlainObject(source)) return target;
	Object.keys(source).forEach((key) => {
		if (IGNORED_KEYS.includes(key)) return;
		const value = source[key];
		if (isPlainObject(value)) {
			if (!Object.hasOwn(target, key) || !isPlainObject(target[key])) {
				if (partial && Object.hasOwn(target, key) && target[key]) return;
				target[key] = {};
			}
			merge(target[key], value, partial);
		} else if (partial && Array.isArray(value)) target[key] = [...value];
		else if (!partial || value !== void 0 && value !== null) target[key] = value;
	});
	return target;
}
function deepMergePartials(target, ...sources) {
	sources.forEach((source) => merge(target, source, true));
	return target;
}
var I18nMixin = (superClass) => class I18nMixinClass extends superClass {
	static get properties() {
		return {
			i18n: { type: Object },
			__effectiveI18n: {
				type: Object,
				sync: true
			}
		};
	}
	static get defaultI18n() {
		return {};
	}
	constructor() {
		super();
		this.i18n = deepMergePartials({}, this.constructor.defaultI18n);
	}
	get i18n() {
		return this.__customI18n;
	}
	set i18n(value) {
		if (value === this.__customI18n) return;
		this.__customI18n = value;
		this.__effectiveI18n = deepMergePartials({}, this.constructor.defaultI18n, this.__customI18n);
	}
};
var LumoInjectionMixin = (superClass) => superClass;
var ThemableMixin = (superClass) => superClass;
var gridStyles = css`
  :host {
    display: flex;
    max-width: 100%;
    height: 400px;
    min-height: var(--_grid-min-height, 0);
    flex: 1 1 auto;
    align-self: stretch;
    position: relative;
    box-sizing: border-box;
    overflow: hidden;
    -webkit-tap-highlight-color: transparent;
    background: var(--vaadin-grid-background, var(--vaadin-background-color));
    border: var(--vaadin-grid-border-width, 1px) solid var(--_border-color);
    cursor: default;
    --_border-color: var(--vaadin-grid-border-color, var(--vaadin-border-color-secondary));
    --_row-border-width: var(--vaadin-grid-row-border-width, 1px);
    --_column-border-width: var(--vaadin-grid-column-border-width, 0px);
    --_default-cell-padding: var(--vaadin-padding-block-container) var(--vaadin-padding-inline-container);
    border-radius: var(--vaadin-grid-border-radius, var(--vaadin-radius-m));
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  :host([disabled]) {
    pointer-events: none;
    opacity: 0.7;
  }

  :host([theme~='no-border']) {
    border-width: 0;
    border-radius: 0;
  }

  :host([all-rows-visible]) {
    height: auto;
    align-self: flex-start;
    min-height: auto;
    flex-grow: 0;
    flex-shrink: 0;
    width: 100%;
  }

  #scroller {
    contain: layout;
    position: relative;
    display: flex;
    width: 100%;
    min-width: 0;
    min-height: 0;
    align-self: stretch;
    overflow: hidden;
  }

  #items {
    flex-grow: 1;
    flex-shrink: 0;
    display: block;
    position: sticky;
    width: 100%;
    left: 0;
    min-height: 1px;
    z-index: 1;
  }

  #table {
    display: flex;
    flex-direction: column;
    width: 100%;
    overflow: auto;
    position: relative;
    border-radius: inherit;
    z-index: 0;
  }

  #header,
  #footer {
    display: block;
    position: sticky;
    left: 0;
    width: 100%;
    z-index: 2;
  }

  :host([dir='rtl']) #items,
  :host([dir='rtl']) #header,
  :host([dir='rtl']) #footer {
    left: auto;
  }

  #header {
    top: 0;
  }

  #footer {
    bottom: 0;
  }

  .header-cell {
    text-align: inherit;
  }

  .header-cell,
  .reorder-ghost {
    font-size: var(--vaadin-grid-header-font-size, 1em);
    font-weight: var(--vaadin-grid-header-font-weight, 500);
    color: var(--vaadin-grid-header-text-color, var(--vaadin-text-color));
  }

  .row {
    display: flex;
    width: 100%;
    box-sizing: border-box;
    margin: 0;
    position: relative;
  }

  .row:not(:focus-within) {
    --_non-focused-row-none: none;
  }

  .body-row[loading] ::slotted(caas-vaadin-grid-cell-content) {
    visibility: hidden;
  }

  #scroller[column-rendering='lazy'] .body-cell:not(.frozen-cell, .frozen-to-end-cell) {
    transform: translateX(var(--_grid-lazy-columns-start));
  }

  .body-row:empty {
    height: 100%;
  }

  .cell {
    padding: 0;
    box-sizing: border-box;
  }

  .cell:where(:not(.details-cell)) {
    flex-shrink: 0;
    flex-grow: 1;
    display: flex;
    width: 100%;
    position: relative;
    align-items: center;
    white-space: nowrap;
  }


  .row::after {
    top: 0;
    bottom: calc(var(--_row-border-width) * -1);
  }

  .body-row {
    scroll-margin-bottom: var(--_row-border-width);
  }

  .cell {
    border-block: var(--_row-border-width) var(--_border-color);
    border-top-style: solid;
  }

  .cell::after {
    top: calc(var(--_row-border-width) * -1);
    bottom: calc(var(--_row-border-width) * -1);
  }


  .last-header-row::before,
  .first-footer-row::before {
    position: absolute;
    inset-inline: 0;
    border-block: var(--_row-border-width) var(--_border-color);
    transform: translateX(var(--_grid-horizontal-scroll-position));
  }


  .first-header-row-cell {
    border-top-style: none;
  }

  .first-header-row-cell::after {
    top: 0;
  }


  :host([overflow~='top']) .last-header-row::before {
    content: '';
    bottom: calc(var(--_row-border-width) * -1);
    border-bottom-style: solid;
  }


  #table:not([has-header]) .first-row-cell {
    border-top-style: none;
  }

  #table:not([has-header]) .first-row-cell::after {
    top: 0;
  }


  .last-row::after {
    bottom: 0;
  }

  .last-row .details-cell,
  .last-row-cell:not(.details-opened-row-cell) {
    border-bottom-style: solid;
  }


  :host([all-rows-visible]),
  :host([overflow~='top']),
  :host([overflow~='bottom']) {
    #table:not([has-footer]) .last-row .details-cell,
    #table:not([has-footer]) .last-row-cell:not(.details-opened-row-cell) {
      border-bottom-style: none;

      &::after {
        bottom: 0;
      }
    }
  }


  .first-footer-row::after {
    top: calc(var(--_row-border-width) * -1);
  }

  .first-footer-row-cell {
    border-top-style: none;
  }

  :host([overflow~='bottom']),
  :host(:not([overflow~='top'], [all-rows-visible])) #scroller:not([empty-state]) {
    .first-footer-row::before {
      content: '';
      top: calc(var(--_row-border-width) * -1);
      border-top-style: solid;
    }
  }


  .last-footer-row::after,
  .last-footer-row-cell::after {
    bottom: 0;
  }


  .cell {
    border-inline: var(--_column-border-width) var(--_border-color);
  }

  .header-cell:not(.first-column-cell),
  .footer-cell:not(.first-column-cell),
  .body-cell:not(.first-column-cell) {
    border-inline-start-style: solid;
  }

  .last-frozen-cell:not(.last-column-cell) {
    border-inline-end-style: solid;

    & + .cell {
      border-inline-start-style: none;
    }
  }


  .row {
    background-color: var(--vaadin-grid-row-background-color, var(--vaadin-background-color));
  }

  .cell {
    --_cell-background-image: linear-gradient(
      var(--vaadin-grid-cell-background-color, transparent),
      var(--vaadin-grid-cell-background-color, transparent)
    );

    background-color: inherit;
    background-repeat: no-repeat;
    background-origin: padding-box;
    background-image: var(--_cell-background-image);
  }

  .body-cell {
    --_cell-highlight-background-image: linear-gradient(
      var(--vaadin-grid-row-highlight-background-color, transparent),
      var(--vaadin-grid-row-highlight-background-color, transparent)
    );

    background-image:
      var(--_row-hover-background-image, none), var(--_row-selected-background-image, none),
      var(--_cell-highlight-background-image, none), var(--_row-odd-background-image, none),
      var(--_cell-background-image, none);
  }

  .selected-row {
    --_row-selected-background-color: var(
      --vaadin-grid-row-selected-background-color,
      color-mix(in srgb, currentColor 8%, transparent)
    );
    --_row-selected-background-image: linear-gradient(
      var(--_row-selected-background-color),
      var(--_row-selected-background-color)
    );
  }

  @media (any-hover: hover) {
    .body-row:hover {
      --_row-hover-background-color: var(--vaadin-grid-row-hover-background-color, transparent);
      --_row-hover-background-image: linear-gradient(
        var(--_row-hover-background-color),
        var(--_row-hover-background-color)
      );
    }
  }

  :host([theme~='row-stripes']) .odd-row {
    --_row-odd-background-color: var(
      --vaadin-grid-row-odd-background-color,
      color-mix(in srgb, var(--vaadin-text-color) 4%, transparent)
    );
    --_row-odd-background-image: linear-gradient(var(--_row-odd-background-color), var(--_row-odd-background-color));
  }


  :host([theme~='wrap-cell-content']) .cell:not(.details-cell) {
    white-space: normal;
  }

  .row,
  .frozen-cell,
  .frozen-to-end-cell {
    &:focus,
    &:focus-within {
      z-index: 3;
    }
  }

  .details-cell {
    position: absolute;
    bottom: 0;
    width: 100%;
  }

  ::slotted(caas-vaadin-grid-cell-content) {
    display: block;
    overflow: hidden;
    text-overflow: var(--vaadin-grid-cell-text-overflow, ellipsis);
    padding: var(--vaadin-grid-cell-padding, var(--_default-cell-padding));
    flex: 1;
    min-height: 1lh;
    min-width: 0;
  }

  .details-cell,
  .frozen-cell,
  .frozen-to-end-cell {
    z-index: 2;
  }

  #scroller:not([empty-state]) #emptystatebody,
  #scroller[empty-state] #items {
    display: none;
  }

  #emptystatebody {
    display: flex;
    position: sticky;
    inset: 0;
    flex: 1;
    overflow: hidden;
  }

  #emptystaterow {
    display: flex;
    flex: 1;
  }

  #emptystatecell {
    display: block;
    flex: 1;
    overflow: auto;
    padding: var(--vaadin-grid-cell-padding, var(--_default-cell-padding));
    outline: none;
    border-block: var(--_row-border-width) var(--_border-color);
  }

  #table[has-header] #emptystatecell {
    border-top-style: solid;
  }

  #table[has-footer] #emptystatecell {
    border-bottom-style: solid;
  }

  #emptystatecell:focus-visible {
    outline: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
    outline-offset: calc(var(--vaadin-focus-ring-width) * -1);
  }

  :host([reordering]) ::slotted(caas-vaadin-grid-cell-content),
  :host([reordering]) .resize-handle,
  #scroller[no-content-pointer-events] ::slotted(caas-vaadin-grid-cell-content) {
    pointer-events: none;
  }

  .reorder-ghost {
    visibility: hidden;
    position: fixed;
    pointer-events: none;
    box-shadow:
      0 0 0 1px hsla(0deg, 0%, 0%, 0.2),
      0 8px 24px -2px hsla(0deg, 0%, 0%, 0.2);
    padding: var(--vaadin-grid-cell-padding, var(--_default-cell-padding)) !important;
    border-radius: 3px;

    top: 0;
    inset-inline-start: 0;
  }

  :host([reordering]) {
    -webkit-user-select: none;
    user-select: none;
  }

  :host([reordering]) .cell {
    --_reorder-curtain-filter: brightness(0.9) contrast(1.1);
  }

  :host([reordering]) .cell::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 1;
    -webkit-backdrop-filter: var(--_reorder-curtain-filter);
    backdrop-filter: var(--_reorder-curtain-filter);
    outline: 0;
  }

  :host([reordering]) .reorder-allowed-cell {
    --_reorder-curtain-filter: brightness(0.94) contrast(1.07);
  }

  :host([reordering]) .reorder-dragging-cell {
    --_reorder-curtain-filter: none;
  }

  .resize-handle {
    position: absolute;
    top: 0;
    inset-inline-end: 0;
    height: 100%;
    cursor: col-resize;
    z-index: 1;
    opacity: 0;
    width: var(--vaadin-focus-ring-width);
    background: var(--vaadin-grid-column-resize-handle-color, var(--vaadin-focus-ring-color));
    transition: opacity 0.2s;
    translate: var(--_column-border-width);
  }

  .last-column-cell .resize-handle {
    translate: 0;
  }

  :host(:not([reordering])) #scroller:not([column-resizing]) .resize-handle:hover,
  .resize-handle:active {
    opacity: 1;
    transition-delay: 0.15s;
  }

  .resize-handle::before {
    position: absolute;
    content: '';
    height: 100%;
    width: 16px;
    translate: calc(-50% + var(--vaadin-focus-ring-width) / 2);
  }

  :host([dir='rtl']) .resize-handle::before {
    translate: calc(50% - var(--vaadin-focus-ring-width) / 2);
  }

  :is(.last-column-cell, .last-frozen-cell, .first-frozen-to-end-cell) .resize-handle::before {
    width: 8px;
    translate: 0;
  }

  :is(.last-column-cell, .last-frozen-cell) .resize-handle::before {
    inset-inline-end: 0;
  }

  .frozen-to-end-cell :is(.resize-handle, .resize-handle::before) {
    inset-inline: 0 auto;
  }

  .frozen-to-end-cell .resize-handle {
    translate: calc(var(--_column-border-width) * -1);
  }

  .first-frozen-to-end-cell {
    margin-inline-start: auto;
  }

  #scroller:is([column-resizing], [range-selecting]) {
    -webkit-user-select: none;
    user-select: none;
  }

  :is(.row, .cell)::after {
    position: absolute;
    z-index: 3;
    inset-inline: 0;
    pointer-events: none;
    outline: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
    outline-offset: calc(var(--vaadin-focus-ring-width) * -1);
  }

  .row::after {
    transform: translateX(var(--_grid-horizontal-scroll-position));
  }

  .cell:where(:not(.details-cell))::after {
    inset-inline: calc(var(--_column-border-width) * -1);
  }

  .first-column-cell::after {
    inset-inline-start: 0;
  }

  .last-column-cell::after {
    inset-inline-end: 0;
  }

  :host([navigating]) .row:focus,
  :host([navigating]) .cell:focus {
    outline: 0;
  }

  .row:focus-visible,
  .cell:focus-visible {
    outline: 0;
  }

  .row:focus-visible::after,
  .cell:focus-visible::after,
  :host([navigating]) .row:focus::after,
  :host([navigating]) .cell:focus::after {
    content: '';
  }

  :host([dragover]) {
    outline: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
    outline-offset: calc(var(--vaadin-grid-border-width, 1px) * -1);
  }

  ::slotted(caas-vaadin-grid-cell-content[draggable-source]) {
    -webkit-user-drag: element;
    -webkit-user-select: none;
    user-select: none;
  }

  .row[dragover] {
    z-index: 100 !important;
  }

  .row[dragover]::after {
    content: '';
  }

  .dragover-above-row::after {
    outline: 0;
    border-top: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
  }

  .dragover-above-row:not(.first-row)::after {
    top: calc(var(--vaadin-focus-ring-width) / -2);
  }

  .dragover-below-row::after {
    outline: 0;
    border-bottom: var(--vaadin-focus-ring-width) solid var(--vaadin-focus-ring-color);
  }

  .dragover-below-row:not(.last-row)::after {
    bottom: calc(var(--vaadin-focus-ring-width) / -2);
  }

  .dragstart-row-cell {
    border-block: none !important;
    padding-block: var(--_row-border-width) !important;
  }

  .dragstart-row-cell.last-column-cell {
    border-radius: 0 3px 3px 0;
  }

  .dragstart-row-cell.first-column-cell {
    border-radius: 3px 0 0 3px;
  }

  #scroller .dragstart-row:not([dragstart=''])::before {
    position: absolute;
    left: var(--_grid-drag-start-x);
    top: var(--_grid-drag-start-y);
    z-index: 100;
    content: attr(dragstart);
    box-sizing: border-box;
    padding: 0.3em;
    color: white;
    background-color: red;
    border-radius: 1em;
    font-size: 0.75rem;
    line-height: 1;
    font-weight: 500;
    min-width: 1.6em;
    text-align: center;
  }

  #sizer {
    display: flex;
    visibility: hidden;
  }

  #sizer .details-cell,
  #sizer ::slotted(caas-vaadin-grid-cell-content) {
    display: none !important;
  }

  #sizer .cell {
    display: block;
    flex-shrink: 0;
    line-height: 0;
    height: 0 !important;
    min-height: 0 !important;
    max-height: 0 !important;
    padding: 0 !important;
    border: none !important;
  }

  #sizer .cell::before {
    content: '-';
  }
`;
var appliedClassMixins = new WeakMap();
function wasMixinPreviouslyApplied(mixin, superClass) {
	let klass = superClass;
	while (klass) {
		if (appliedClassMixins.get(klass) === mixin) return true;
		klass = Object.getPrototypeOf(klass);
	}
	return false;
}
function dedupeMixin(mixin) {
	return (superClass) => {
		if (wasMixinPreviouslyApplied(mixin, superClass)) return superClass;
		const mixedClass = mixin(superClass);
		appliedClassMixins.set(mixedClass, mixin);
		return mixedClass;
	};
}
var DisabledMixinImplementation = (superclass) => {
	return class DisabledMixinClass extends superclass {
		static get properties() {
			return { disabled: {
				type: Boolean,
				value: false,
				observer: "_disabledChanged",
				reflectToAttribute: true,
				sync: true
			} };
		}
		_disabledChanged(disabled) {
			this._setAriaDisabled(disabled);
		}
		_setAriaDisabled(disabled) {
			setOrRemoveAttribute(this, "aria-disabled", disabled);
		}
		click() {
			if (!this.disabled) super.click();
		}
	};
};
var DisabledMixin = dedupeMixin(DisabledMixinImplementation);
var TabindexMixin = (superclass) => class TabindexMixinClass extends DisabledMixin(superclass) {
	static get properties() {
		return {
			tabindex: {
				type: Number,
				reflectToAttribute: true,
				observer: "_tabindexChanged",
				sync: true
			},
			_lastTabIndex: { type: Number }
		};
	}
	_disabledChanged(disabled, oldDisabled) {
		super._disabledChanged(disabled, oldDisabled);
		if (this.__shouldAllowFocusWhenDisabled()) return;
		if (disabled) {
			if (this.tabindex !== void 0) this._lastTabIndex = this.tabindex;
			this.setAttribute("tabindex", "-1");
		} else if (oldDisabled) {
			if (this._lastTabIndex !== void 0) this.setAttribute("tabindex", this._lastTabIndex);
			else this.tabindex = void 0;
		}
	}
	_tabindexChanged(tabindex) {
		if (this.__shouldAllowFocusWhenDisabled()) return;
		if (this.disabled && tabindex !== -1) {
			this._lastTabIndex = tabindex;
			this.setAttribute("tabindex", "-1");
		}
	}
	focus(options) {
		if (!this.disabled || this.__shouldAllowFocusWhenDisabled()) super.focus(options);
	}
	__shouldAllowFocusWhenDisabled() {
		return false;
	}
};
var testUserAgent = (regexp) => regexp.test(navigator.userAgent);
var testPlatform = (regexp) => regexp.test(navigator.platform);
var testVendor = (regexp) => regexp.test(navigator.vendor);
var isAndroid = testUserAgent(/Android/u);
var isChrome = testUserAgent(/Chrome/u) && testVendor(/Google Inc/u);
testUserAgent(/Firefox/u);
var isIPad = testPlatform(/^iPad/u) || testPlatform(/^Mac/u) && navigator.maxTouchPoints > 1;
var isIOS = testPlatform(/^iPhone/u) || isIPad;
var isSafari = testUserAgent(/^((?!chrome|android).)*safari/iu);
var isTouch = (() => {
	try {
		document.createEvent("TouchEvent");
		return true;
	} catch (_) {
		return false;
	}
})();
var wrap = (node) => node;
var HAS_NATIVE_TA = typeof document.head.style.touchAction === "string";
var GESTURE_KEY = "__polymerGestures";
var HANDLED_OBJ = "__polymerGesturesHandled";
var TOUCH_ACTION = "__polymerGesturesTouchAction";
var TAP_DISTANCE = 25;
var TRACK_DISTANCE = 5;
var TRACK_LENGTH = 2;
var MOUSE_EVENTS = [
	"mousedown",
	"mousemove",
	"mouseup",
	"click"
];
var MOUSE_WHICH_TO_BUTTONS = [
	0,
	1,
	4,
	2
];
var MOUSE_HAS_BUTTONS = (function() {
	try {
		return new MouseEvent("test", { buttons: 1 }).buttons === 1;
	} catch (_) {
		return false;
	}
})();
function isMouseEvent(name) {
	return MOUSE_EVENTS.indexOf(name) > -1;
}
function PASSIVE_TOUCH(eventName) {
	if (isMouseEvent(eventName) || eventName === "touchend") return;
}
var IS_TOUCH_ONLY = navigator.userAgent.match(/iP(?:[oa]d|hone)|Android/u);
var canBeDisabled = {
	button: true,
	command: true,
	fieldset: true,
	input: true,
	keygen: true,
	optgroup: true,
	option: true,
	select: true,
	textarea: true
};
function hasLeftMouseButton(ev) {
	const type = ev.type;
	if (!isMouseEvent(type)) return false;
	if (type === "mousemove") {
		let buttons = ev.buttons ?? 1;
		if (ev instanceof window.MouseEvent && !MOUSE_HAS_BUTTONS) buttons = MOUSE_WHICH_TO_BUTTONS[ev.which] || 0;
		return Boolean(buttons & 1);
	}
	return (ev.button ?? 0) === 0;
}
function isSyntheticClick(ev) {
	if (ev.type === "click") {
		if (ev.detail === 0) return true;
		const t = _findOriginalTarget(ev);
		if (!t.nodeType || t.nodeType !== Node.ELEMENT_NODE) return true;
		const bcr = t.getBoundingClientRect();
		const x = ev.pageX, y = ev.pageY;
		return !(x >= bcr.left && x <= bcr.right && y >= bcr.top && y <= bcr.bottom);
	}
	return false;
}
var POINTERSTATE = {
	mouse: {
		target: null,
		mouseIgnoreJob: null
	},
	touch: {
		x: 0,
		y: 0,
		id: -1,
		scrollDecided: false
	}
};
function firstTouchAction(ev) {
	let ta = "auto";
	const path = getComposedPath(ev);
	for (let i = 0, n; i < path.length; i++) {
		n = path[i];
		if (n[TOUCH_ACTION]) {
			ta = n[TOUCH_ACTION];
			break;
		}
	}
	return ta;
}
function trackDocument(stateObj, movefn, upfn) {
	stateObj.movefn = movefn;
	stateObj.upfn = upfn;
	document.addEventListener("mousemove", movefn);
	document.addEventListener("mouseup", upfn);
}
function untrackDocument(stateObj) {
	document.removeEventListener("mousemove", stateObj.movefn);
	document.removeEventListener("mouseup", stateObj.upfn);
	stateObj.movefn = null;
	stateObj.upfn = null;
}
var getComposedPath = window.ShadyDOM && window.ShadyDOM.noPatch ? window.ShadyDOM.composedPath : (event) => event.composedPath && event.composedPath() || [];
var gestures = {};
var recognizers = [];
function deepTargetFind(x, y) {
	let node = document.elementFromPoint(x, y);
	let next = node;
	while (next?.shadowRoot && !window.ShadyDOM) {
		const oldNext = next;
		next = next.shadowRoot.elementFromPoint(x, y);
		if (oldNext === next) break;
		if (next) node = next;
	}
	return node;
}
function _findOriginalTarget(ev) {
	const path = getComposedPath(ev);
	return path.length > 0 ? path[0] : ev.target;
}
function _handleNative(ev) {
	const type = ev.type;
	const gobj = ev.currentTarget[GESTURE_KEY];
	if (!gobj) return;
	const gs = gobj[type];
	if (!gs) return;
	if (!ev[HANDLED_OBJ]) {
		ev[HANDLED_OBJ] = {};
		if (type.startsWith("touch")) {
			const t = ev.changedTouches[0];
			if (type === "touchstart") {
				if (ev.touches.length === 1) POINTERSTATE.touch.id = t.identifier;
			}
			if (POINTERSTATE.touch.id !== t.identifier) return;
			if (!HAS_NATIVE_TA) {
				if (type === "touchstart" || type === "touchmove") _handleTouchAction(ev);
			}
		}
	}
	const handled = ev[HANDLED_OBJ];
	if (handled.skip) return;
	for (let i = 0, r; i < recognizers.length; i++) {
		r = recognizers[i];
		if (gs[r.name] && !handled[r.name]) {
			if (r.flow && r.flow.start.indexOf(ev.type) > -1 && r.reset) r.reset();
		}
	}
	for (let i = 0, r; i < recognizers.length; i++) {
		r = recognizers[i];
		if (gs[r.name] && !handled[r.name]) {
			handled[r.name] = true;
			r[type](ev);
		}
	}
}
function _handleTouchAction(ev) {
	const t = ev.changedTouches[0];
	const type = ev.type;
	if (type === "touchstart") {
		POINTERSTATE.touch.x = t.clientX;
		POINTERSTATE.touch.y = t.clientY;
		POINTERSTATE.touch.scrollDecided = false;
	} else if (type === "touchmove") {
		if (POINTERSTATE.touch.scrollDecided) return;
		POINTERSTATE.touch.scrollDecided = true;
		const ta = firstTouchAction(ev);
		let shouldPrevent = false;
		const dx = Math.abs(POINTERSTATE.touch.x - t.clientX);
		const dy = Math.abs(POINTERSTATE.touch.y - t.clientY);
		if (!ev.cancelable) {} else if (ta === "none") shouldPrevent = true;
		else if (ta === "pan-x") shouldPrevent = dy > dx;
		else if (ta === "pan-y") shouldPrevent = dx > dy;
		if (shouldPrevent) ev.preventDefault();
		else prevent("track");
	}
}
function addListener(node, evType, handler) {
	if (gestures[evType]) {
		_add(node, evType, handler);
		return true;
	}
	return false;
}
function _add(node, evType, handler) {
	const recognizer = gestures[evType];
	const deps = recognizer.deps;
	const name = recognizer.name;
	let gobj = node[GESTURE_KEY];
	if (!gobj) node[GESTURE_KEY] = gobj = {};
	for (let i = 0, dep, gd; i < deps.length; i++) {
		dep = deps[i];
		if (IS_TOUCH_ONLY && isMouseEvent(dep) && dep !== "click") continue;
		gd = gobj[dep];
		if (!gd) gobj[dep] = gd = { _count: 0 };
		if (gd._count === 0) node.addEventListener(dep, _handleNative, PASSIVE_TOUCH(dep));
		gd[name] = (gd[name] || 0) + 1;
		gd._count = (gd._count || 0) + 1;
	}
	node.addEventListener(evType, handler);
	if (recognizer.touchAction) setTouchAction(node, recognizer.touchAction);
}
function register(recog) {
	recognizers.push(recog);
	recog.emits.forEach((emit) => {
		gestures[emit] = recog;
	});
}
function _findRecognizerByEvent(evName) {
	for (let i = 0, r; i < recognizers.length; i++) {
		r = recognizers[i];
		for (let j = 0, n; j < r.emits.length; j++) {
			n = r.emits[j];
			if (n === evName) return r;
		}
	}
	return null;
}
function setTouchAction(node, value) {
	if (HAS_NATIVE_TA && node instanceof HTMLElement) microTask.run(() => {
		node.style.touchAction = value;
	});
	node[TOUCH_ACTION] = value;
}
function _fire(target, type, detail) {
	const ev = new Event(type, {
		bubbles: true,
		cancelable: true,
		composed: true
	});
	ev.detail = detail;
	wrap(target).dispatchEvent(ev);
	if (ev.defaultPrevented) {
		const preventer = detail.preventer || detail.sourceEvent;
		if (preventer?.preventDefault) preventer.preventDefault();
	}
}
function prevent(evName) {
	const recognizer = _findRecognizerByEvent(evName);
	if (recognizer.info) recognizer.info.prevent = true;
}
register({
	name: "downup",
	deps: [
		"mousedown",
		"touchstart",
		"touchend"
	],
	flow: {
		start: ["mousedown", "touchstart"],
		end: ["mouseup", "touchend"]
	},
	emits: ["down", "up"],
	info: {
		movefn: null,
		upfn: null
	},
	reset() {
		untrackDocument(this.info);
	},
	mousedown(e) {
		if (!hasLeftMouseButton(e)) return;
		const t = _findOriginalTarget(e);
		const self = this;
		const movefn = (e) => {
			if (!hasLeftMouseButton(e)) {
				downupFire("up", t, e);
				untrackDocument(self.info);
			}
		};
		const upfn = (e) => {
			if (hasLeftMouseButton(e)) downupFire("up", t, e);
			untrackDocument(self.info);
		};
		trackDocument(this.info, movefn, upfn);
		downupFire("down", t, e);
	},
	touchstart(e) {
		downupFire("down", _findOriginalTarget(e), e.changedTouches[0], e);
	},
	touchend(e) {
		downupFire("up", _findOriginalTarget(e), e.changedTouches[0], e);
	}
});
function downupFire(type, target, event, preventer) {
	if (!target) return;
	_fire(target, type, {
		x: event.clientX,
		y: event.clientY,
		sourceEvent: event,
		preventer,
		prevent(e) {
			return prevent(e);
		}
	});
}
register({
	name: "track",
	touchAction: "none",
	deps: [
		"mousedown",
		"touchstart",
		"touchmove",
		"touchend"
	],
	flow: {
		start: ["mousedown", "touchstart"],
		end: ["mouseup", "touchend"]
	},
	emits: ["track"],
	info: {
		x: 0,
		y: 0,
		state: "start",
		started: false,
		moves: [],
		addMove(move) {
			if (this.moves.length > TRACK_LENGTH) this.moves.shift();
			this.moves.push(move);
		},
		movefn: null,
		upfn: null,
		prevent: false
	},
	reset() {
		this.info.state = "start";
		this.info.started = false;
		this.info.moves = [];
		this.info.x = 0;
		this.info.y = 0;
		this.info.prevent = false;
		untrackDocument(this.info);
	},
	mousedown(e) {
		if (!hasLeftMouseButton(e)) return;
		const t = _findOriginalTarget(e);
		const self = this;
		const movefn = (e) => {
			const x = e.clientX, y = e.clientY;
			if (trackHasMovedEnough(self.info, x, y)) {
				self.info.state = self.info.started ? e.type === "mouseup" ? "end" : "track" : "start";
				if (self.info.state === "start") prevent("tap");
				self.info.addMove({
					x,
					y
				});
				if (!hasLeftMouseButton(e)) {
					self.info.state = "end";
					untrackDocument(self.info);
				}
				if (t) trackFire(self.info, t, e);
				self.info.started = true;
			}
		};
		const upfn = (e) => {
			if (self.info.started) movefn(e);
			untrackDocument(self.info);
		};
		trackDocument(this.info, movefn, upfn);
		this.info.x = e.clientX;
		this.info.y = e.clientY;
	},
	touchstart(e) {
		const ct = e.changedTouches[0];
		this.info.x = ct.clientX;
		this.info.y = ct.clientY;
	},
	touchmove(e) {
		const t = _findOriginalTarget(e);
		const ct = e.changedTouches[0];
		const x = ct.clientX, y = ct.clientY;
		if (trackHasMovedEnough(this.info, x, y)) {
			if (this.info.state === "start") prevent("tap");
			this.info.addMove({
				x,
				y
			});
			trackFire(this.info, t, ct);
			this.info.state = "track";
			this.info.started = true;
		}
	},
	touchend(e) {
		const t = _findOriginalTarget(e);
		const ct = e.changedTouches[0];
		if (this.info.started) {
			this.info.state = "end";
			this.info.addMove({
				x: ct.clientX,
				y: ct.clientY
			});
			trackFire(this.info, t, ct);
		}
	}
});
function trackHasMovedEnough(info, x, y) {
	if (info.prevent) return false;
	if (info.started) return true;
	const dx = Math.abs(info.x - x);
	const dy = Math.abs(info.y - y);
	return dx >= TRACK_DISTANCE || dy >= TRACK_DISTANCE;
}
function trackFire(info, target, touch) {
	if (!target) return;
	const secondlast = info.moves[info.moves.length - 2];
	const lastmove = info.moves[info.moves.length - 1];
	const dx = lastmove.x - info.x;
	const dy = lastmove.y - info.y;
	let ddx, ddy = 0;
	if (secondlast) {
		ddx = lastmove.x - secondlast.x;
		ddy = lastmove.y - secondlast.y;
	}
	_fire(target, "track", {
		state: info.state,
		x: touch.clientX,
		y: touch.clientY,
		dx,
		dy,
		ddx,
		ddy,
		sourceEvent: touch,
		hover() {
			return deepTargetFind(touch.clientX, touch.clientY);
		}
	});
}
register({
	name: "tap",
	deps: [
		"mousedown",
		"click",
		"touchstart",
		"touchend"
	],
	flow: {
		start: ["mousedown", "touchstart"],
		end: ["click", "touchend"]
	},
	emits: ["tap"],
	info: {
		x: NaN,
		y: NaN,
		prevent: false
	},
	reset() {
		this.info.x = NaN;
		this.info.y = NaN;
		this.info.prevent = false;
	},
	mousedown(e) {
		if (hasLeftMouseButton(e)) {
			this.info.x = e.clientX;
			this.info.y = e.clientY;
		}
	},
	click(e) {
		if (hasLeftMouseButton(e)) trackForward(this.info, e);
	},
	touchstart(e) {
		const touch = e.changedTouches[0];
		this.info.x = touch.clientX;
		this.info.y = touch.clientY;
	},
	touchend(e) {
		trackForward(this.info, e.changedTouches[0], e);
	}
});
function trackForward(info, e, preventer) {
	const dx = Math.abs(e.clientX - info.x);
	const dy = Math.abs(e.clientY - info.y);
	const t = _findOriginalTarget(preventer || e);
	if (!t || canBeDisabled[t.localName] && t.hasAttribute("disabled")) return;
	if (isNaN(dx) || isNaN(dy) || dx <= TAP_DISTANCE && dy <= TAP_DISTANCE || isSyntheticClick(e)) {
		if (!info.prevent) _fire(t, "tap", {
			x: e.clientX,
			y: e.clientY,
			sourceEvent: e,
			preventer
		});
	}
}
var SlotObserver = class {
	constructor(target, callback, options = {}) {
		this.target = target;
		this.callback = callback;
		this.forceInitial = options.forceInitial;
		this._storedNodes = [];
		this._isSlot = target instanceof HTMLSlotElement;
		this._connected = false;
		this._scheduled = false;
		this._boundSchedule = () => {
			this._schedule();
		};
		this.connect();
		if (options.syncInitial) this.flush();
		else this._schedule();
	}
	connect() {
		this.target.addEventListener("slotchange", this._boundSchedule);
		this._connected = true;
	}
	disconnect() {
		this.target.removeEventListener("slotchange", this._boundSchedule);
		this._connected = false;
	}
	_schedule() {
		if (!this._scheduled) {
			this._scheduled = true;
			queueMicrotask(() => {
				if (this._scheduled) this.flush();
			});
		}
	}
	flush() {
		if (!this._connected) return;
		this._scheduled = false;
		this._processNodes();
	}
	_collectNodes() {
		const slots = this._isSlot ? [this.target] : [...this.target.querySelectorAll("slot")];
		return [...new Set(slots.flatMap((slot) => slot.assignedNodes({ flatten: true })))];
	}
	_groupNodesBySlot(nodes) {
		const map = new Map();
		nodes.forEach((node) => {
			const slot = node.assignedSlot;
			map.set(slot, map.get(slot) ?? []);
			map.get(slot).push(node);
		});
		return map;
	}
	_collectMovedNodes(currentNodes) {
		const currentPerSlot = this._groupNodesBySlot(currentNodes);
		const storedPerSlot = this._groupNodesBySlot(this._storedNodes);
		const movedNodes = [];
		currentPerSlot.forEach((nodes, slot) => {
			const stored = storedPerSlot.get(slot) || [];
			if (new Set(stored).difference(new Set(nodes)).size > 0) return;
			stored.forEach((node, storedIndex) => {
				if (nodes.indexOf(node) !== storedIndex) movedNodes.push(node);
			});
		});
		return movedNodes;
	}
	_processNodes() {
		const currentNodes = this._collectNodes();
		const addedNodes = currentNodes.filter((node) => !this._storedNodes.includes(node));
		const removedNodes = this._storedNodes.filter((node) => !currentNodes.includes(node));
		const movedNodes = this._collectMovedNodes(currentNodes);
		if (addedNodes.length || removedNodes.length || movedNodes.length || this.forceInitial) this.callback({
			addedNodes,
			currentNodes,
			movedNodes,
			removedNodes
		});
		if (this.forceInitial) this.forceInitial = false;
		this._storedNodes = currentNodes;
	}
};
var SlotController = class extends EventTarget {
	static generateId(host, prefix = "default") {
		return `${prefix}-${host.localName}-${generateUniqueId()}`;
	}
	constructor(host, slotName, tagName, config = {}) {
		super();
		const { initializer, multiple, observe, useUniqueId, uniqueIdPrefix } = config;
		this.host = host;
		this.slotName = slotName;
		this.tagName = tagName;
		this.observe = typeof observe === "boolean" ? observe : true;
		this.multiple = typeof multiple === "boolean" ? multiple : false;
		this.slotInitializer = initializer;
		if (multiple) this.nodes = [];
		if (useUniqueId) this.defaultId = this.constructor.generateId(host, uniqueIdPrefix || slotName);
	}
	hostConnected() {
		if (!this.initialized) {
			if (this.multiple) this.initMultiple();
			else this.initSingle();
			if (this.observe) this.observeSlot();
			this.initialized = true;
		}
	}
	initSingle() {
		let node = this.getSlotChild();
		if (!node) {
			node = this.attachDefaultNode();
			this.initNode(node);
		} else {
			this.node = node;
			this.initAddedNode(node);
		}
	}
	initMultiple() {
		const children = this.getSlotChildren();
		if (children.length === 0) {
			const defaultNode = this.attachDefaultNode();
			if (defaultNode) {
				this.nodes = [defaultNode];
				this.initNode(defaultNode);
			}
		} else {
			this.nodes = children;
			children.forEach((node) => {
				this.initAddedNode(node);
			});
		}
	}
	attachDefaultNode() {
		const { host, slotName, tagName } = this;
		let node = this.defaultNode;
		if (!node && tagName) {
			node = document.createElement(tagName);
			if (node instanceof Element) {
				if (slotName !== "") node.setAttribute("slot", slotName);
				this.defaultNode = node;
			}
		}
		if (node) {
			this.node = node;
			host.appendChild(node);
		}
		return node;
	}
	getSlotChildren() {
		const { slotName } = this;
		return Array.from(this.host.childNodes).filter((node) => {
			if (node.nodeType === Node.ELEMENT_NODE && node.hasAttribute("data-slot-ignore")) return false;
			return node.nodeType === Node.ELEMENT_NODE && node.slot === slotName || node.nodeType === Node.TEXT_NODE && node.textContent.trim() && slotName === "";
		});
	}
	getSlotChild() {
		return this.getSlotChildren()[0];
	}
	initNode(node) {
		const { slotInitializer } = this;
		if (slotInitializer) slotInitializer(node, this.host);
	}
	initCustomNode(_node) {}
	teardownNode(_node) {}
	initAddedNode(node) {
		if (node !== this.defaultNode) {
			this.initCustomNode(node);
			this.initNode(node);
		}
	}
	observeSlot() {
		const { slotName } = this;
		const selector = slotName === "" ? "slot:not([name])" : `slot[name=${slotName}]`;
		new SlotObserver(this.host.shadowRoot.querySelector(selector), ({ addedNodes, removedNodes }) => {
			const current = this.multiple ? this.nodes : [this.node];
			const newNodes = addedNodes.filter((node) => !isEmptyTextNode(node) && !current.includes(node) && !(node.nodeType === Node.ELEMENT_NODE && node.hasAttribute("data-slot-ignore")));
			if (removedNodes.length) {
				this.nodes = current.filter((node) => !removedNodes.includes(node));
				removedNodes.forEach((node) => {
					this.teardownNode(node);
				});
			}
			if (newNodes?.length > 0) {
				if (this.multiple) {
					if (this.defaultNode) this.defaultNode.remove();
					this.nodes = [...current, ...newNodes].filter((node) => node !== this.defaultNode);
					newNodes.forEach((node) => {
						this.initAddedNode(node);
					});
				} else {
					if (this.node) this.node.remove();
					this.node = newNodes[0];
					this.initAddedNode(this.node);
				}
			}
		});
	}
};
var TooltipController = class extends SlotController {
	constructor(host) {
		super(host, "tooltip");
		this.setTarget(host);
	}
	initCustomNode(tooltipNode) {
		tooltipNode.target = this.target;
		if (this.ariaTarget !== void 0) tooltipNode.ariaTarget = this.ariaTarget;
		if (this.context !== void 0) tooltipNode.context = this.context;
		if (this.manual !== void 0) tooltipNode.manual = this.manual;
		if (this.position !== void 0) tooltipNode._position = this.position;
		if (this.shouldShow !== void 0) tooltipNode.shouldShow = this.shouldShow;
		if (!this.manual) this.host.setAttribute("has-tooltip", "");
		this.#notifyChange(tooltipNode);
		tooltipNode.addEventListener("content-changed", this.#onContentChange);
	}
	teardownNode(tooltipNode) {
		if (!this.manual) this.host.removeAttribute("has-tooltip");
		tooltipNode.removeEventListener("content-changed", this.#onContentChange);
		this.#notifyChange(null);
	}
	setAriaTarget(ariaTarget) {
		this.ariaTarget = ariaTarget;
		const tooltipNode = this.node;
		if (tooltipNode) tooltipNode.ariaTarget = ariaTarget;
	}
	setContext(context) {
		this.context = context;
		const tooltipNode = this.node;
		if (tooltipNode) tooltipNode.context = context;
	}
	setManual(manual) {
		this.manual = manual;
		const tooltipNode = this.node;
		if (tooltipNode) tooltipNode.manual = manual;
	}
	setPosition(position) {
		this.position = position;
		const tooltipNode = this.node;
		if (tooltipNode) tooltipNode._position = position;
	}
	setShouldShow(shouldShow) {
		this.shouldShow = shouldShow;
		const tooltipNode = this.node;
		if (tooltipNode) tooltipNode.shouldShow = shouldShow;
	}
	setTarget(target) {
		this.target = target;
		const tooltipNode = this.node;
		if (tooltipNode) tooltipNode.target = target;
	}
	open(options) {
		const tooltipNode = this.node;
		if (tooltipNode?.isConnected) tooltipNode._stateController.open(options);
	}
	close(immediate) {
		const tooltipNode = this.node;
		if (tooltipNode) tooltipNode._stateController.close(immediate);
	}
	#onContentChange = (event) => {
		this.#notifyChange(event.target);
	};
	#notifyChange(node) {
		this.dispatchEvent(new CustomEvent("tooltip-changed", { detail: { node } }));
	}
};
var IOS = navigator.userAgent.match(/iP(?:hone|ad;(?: U;)? CPU) OS (\d+)/u);
var IOS_TOUCH_SCROLLING = IOS && IOS[1] >= 8;
var DEFAULT_PHYSICAL_COUNT = 3;
var ironList = {
	_ratio: .5,
	_scrollerPaddingTop: 0,
	_scrollPosition: 0,
	_physicalSize: 0,
	_physicalAverage: 0,
	_physicalAverageCount: 0,
	_physicalTop: 0,
	_virtualCount: 0,
	_estScrollHeight: 0,
	_scrollHeight: 0,
	_viewportHeight: 0,
	_viewportWidth: 0,
	_physicalItems: null,
	_physicalSizes: null,
	_firstVisibleIndexVal: null,
	_lastVisibleIndexVal: null,
	_maxPages: 2,
	_templateCost: 0,
	get _physicalBottom() {
		return this._physicalTop + this._physicalSize;
	},
	get _scrollBottom() {
		return this._scrollPosition + this._viewportHeight;
	},
	get _virtualEnd() {
		return this._virtualStart + this._physicalCount - 1;
	},
	get _hiddenContentSize() {
		return this._physicalSize - this._viewportHeight;
	},
	get _maxScrollTop() {
		return this._estScrollHeight - this._viewportHeight + this._scrollOffset;
	},
	get _maxVirtualStart() {
		const virtualCount = this._virtualCount;
		return Math.max(0, virtualCount - this._physicalCount);
	},
	get _virtualStart() {
		return this._virtualStartVal || 0;
	},
	set _virtualStart(val) {
		val = this._clamp(val, 0, this._maxVirtualStart);
		this._virtualStartVal = val;
	},
	get _physicalStart() {
		return this._physicalStartVal || 0;
	},
	set _physicalStart(val) {
		val %= this._physicalCount;
		if (val < 0) val = this._physicalCount + val;
		this._physicalStartVal = val;
	},
	get _physicalEnd() {
		return (this._physicalStart + this._physicalCount - 1) % this._physicalCount;
	},
	get _physicalCount() {
		return this._physicalCountVal || 0;
	},
	set _physicalCount(val) {
		this._physicalCountVal = val;
	},
	get _optPhysicalSize() {
		return this._viewportHeight === 0 ? Infinity : this._viewportHeight * this._maxPages;
	},
	get _isVisible() {
		return Boolean(this.offsetWidth || this.offsetHeight);
	},
	get firstVisibleIndex() {
		let idx = this._firstVisibleIndexVal;
		if (idx == null) {
			let physicalOffset = this._physicalTop + this._scrollOffset;
			idx = this._iterateItems((pidx, vidx) => {
				physicalOffset += this._getPhysicalSizeIncrement(pidx);
				if (physicalOffset > this._scrollPosition) return vidx;
			}) || 0;
			this._firstVisibleIndexVal = idx;
		}
		return idx;
	},
	get lastVisibleIndex() {
		let idx = this._lastVisibleIndexVal;
		if (idx == null) {
			let physicalOffset = this._physicalTop + this._scrollOffset;
			this._iterateItems((pidx, vidx) => {
				if (physicalOffset < this._scrollBottom) idx = vidx;
				physicalOffset += this._getPhysicalSizeIncrement(pidx);
			});
			this._lastVisibleIndexVal = idx;
		}
		return idx;
	},
	get _scrollOffset() {
		return this._scrollerPaddingTop + this.scrollOffset;
	},
	_scrollHandler() {
		const scrollTop = Math.max(0, Math.min(this._maxScrollTop, this._scrollTop));
		let delta = scrollTop - this._scrollPosition;
		const isScrollingDown = delta >= 0;
		this._scrollPosition = scrollTop;
		this._firstVisibleIndexVal = null;
		this._lastVisibleIndexVal = null;
		if (Math.abs(delta) > this._physicalSize && this._physicalSize > 0) {
			delta -= this._scrollOffset;
			const idxAdjustment = Math.round(delta / this._physicalAverage);
			this._virtualStart += idxAdjustment;
			this._physicalStart += idxAdjustment;
			this._physicalTop = Math.min(Math.floor(this._virtualStart) * this._physicalAverage, this._scrollPosition);
			this._update();
		} else if (this._physicalCount > 0) {
			const reusables = this._getReusables(isScrollingDown);
			if (isScrollingDown) {
				this._physicalTop = reusables.physicalTop;
				this._virtualStart += reusables.indexes.length;
				this._physicalStart += reusables.indexes.length;
			} else {
				this._virtualStart -= reusables.indexes.length;
				this._physicalStart -= reusables.indexes.length;
			}
			this._update(reusables.indexes, isScrollingDown ? null : reusables.indexes);
			this._debounce("_increasePoolIfNeeded", this._increasePoolIfNeeded.bind(this, 0), microTask);
		}
	},
	_getReusables(fromTop) {
		let ith, offsetContent, physicalItemHeight;
		const idxs = [];
		const protectedOffsetContent = this._hiddenContentSize * this._ratio;
		const virtualStart = this._virtualStart;
		const virtualEnd = this._virtualEnd;
		const physicalCount = this._physicalCount;
		let top = this._physicalTop + this._scrollOffset;
		const bottom = this._physicalBottom + this._scrollOffset;
		const scrollTop = this._scrollPosition;
		const scrollBottom = this._scrollBottom;
		if (fromTop) {
			ith = this._physicalStart;
			offsetContent = scrollTop - top;
		} else {
			ith = this._physicalEnd;
			offsetContent = bottom - scrollBottom;
		}
		while (true) {
			physicalItemHeight = this._getPhysicalSizeIncrement(ith);
			offsetContent -= physicalItemHeight;
			if (idxs.length >= physicalCount || offsetContent <= protectedOffsetContent) break;
			if (fromTop) {
				if (virtualEnd + idxs.length + 1 >= this._virtualCount) break;
				if (top + physicalItemHeight >= scrollTop - this._scrollOffset) break;
				idxs.push(ith);
				top += physicalItemHeight;
				ith = (ith + 1) % physicalCount;
			} else {
				if (virtualStart - idxs.length <= 0) break;
				if (top + this._physicalSize - physicalItemHeight <= scrollBottom) break;
				idxs.push(ith);
				top -= physicalItemHeight;
				ith = ith === 0 ? physicalCount - 1 : ith - 1;
			}
		}
		return {
			indexes: idxs,
			physicalTop: top - this._scrollOffset
		};
	},
	_update(itemSet, movingUp) {
		if (itemSet && itemSet.length === 0 || this._physicalCount === 0) return;
		this._assignModels(itemSet);
		this._updateMetrics(itemSet);
		if (movingUp) while (movingUp.length) {
			const idx = movingUp.pop();
			this._physicalTop -= this._getPhysicalSizeIncrement(idx);
		}
		this._positionItems();
		this._updateScrollerSize();
	},
	_isClientFull() {
		return this._scrollBottom !== 0 && this._physicalBottom - 1 >= this._scrollBottom && this._physicalTop <= this._scrollPosition;
	},
	_increasePoolIfNeeded(count) {
		const delta = this._clamp(this._physicalCount + count, DEFAULT_PHYSICAL_COUNT, this._virtualCount - this._virtualStart) - this._physicalCount;
		let nextIncrease = Math.round(this._physicalCount * .5);
		if (delta < 0) return;
		if (delta > 0) {
			const ts = window.performance.now();
			[].push.apply(this._physicalItems, this._createPool(delta));
			for (let i = 0; i < delta; i++) this._physicalSizes.push(0);
			this._physicalCount += delta;
			if (this._physicalStart > this._physicalEnd && this._isIndexRendered(this._focusedVirtualIndex) && this._getPhysicalIndex(this._focusedVirtualIndex) < this._physicalEnd) this._physicalStart += delta;
			this._update();
			this._templateCost = (window.performance.now() - ts) / delta;
			nextIncrease = Math.round(this._physicalCount * .5);
		}
		if (this._virtualEnd >= this._virtualCount - 1 || nextIncrease === 0) {} else if (!this._isClientFull()) this._debounce("_increasePoolIfNeeded", this._increasePoolIfNeeded.bind(this, nextIncrease), microTask);
		else if (this._physicalSize < this._optPhysicalSize) this._debounce("_increasePoolIfNeeded", this._increasePoolIfNeeded.bind(this, this._clamp(Math.round(50 / this._templateCost), 1, nextIncrease)), idlePeriod);
	},
	_render() {
		if (!this.isAttached || !this._isVisible) return;
		if (this._physicalCount !== 0) {
			const reusables = this._getReusables(true);
			this._physicalTop = reusables.physicalTop;
			this._virtualStart += reusables.indexes.length;
			this._physicalStart += reusables.indexes.length;
			this._update(reusables.indexes);
			this._update();
			this._increasePoolIfNeeded(0);
		} else if (this._virtualCount > 0) {
			this.updateViewportBoundaries();
			this._increasePoolIfNeeded(DEFAULT_PHYSICAL_COUNT);
		}
	},
	_itemsChanged(change) {
		if (change.path === "items") {
			this._virtualStart = 0;
			this._physicalTop = 0;
			this._virtualCount = this.items ? this.items.length : 0;
			this._physicalIndexForKey = {};
			this._firstVisibleIndexVal = null;
			this._lastVisibleIndexVal = null;
			if (!this._physicalItems) this._physicalItems = [];
			if (!this._physicalSizes) this._physicalSizes = [];
			this._physicalStart = 0;
			if (this._scrollTop > this._scrollOffset) this._resetScrollPosition(0);
			this._debounce("_render", this._render, animationFrame);
		}
	},
	_iterateItems(fn, itemSet) {
		let pidx, vidx, rtn, i;
		if (arguments.length === 2 && itemSet) for (i = 0; i < itemSet.length; i++) {
			pidx = itemSet[i];
			vidx = this._computeVidx(pidx);
			if ((rtn = fn.call(this, pidx, vidx)) != null) return rtn;
		}
		else {
			pidx = this._physicalStart;
			vidx = this._virtualStart;
			for (; pidx < this._physicalCount; pidx++, vidx++) if ((rtn = fn.call(this, pidx, vidx)) != null) return rtn;
			for (pidx = 0; pidx < this._physicalStart; pidx++, vidx++) if ((rtn = fn.call(this, pidx, vidx)) != null) return rtn;
		}
	},
	_computeVidx(pidx) {
		if (pidx >= this._physicalStart) return this._virtualStart + (pidx - this._physicalStart);
		return this._virtualStart + (this._physicalCount - this._physicalStart) + pidx;
	},
	_positionItems() {
		this._adjustScrollPosition();
		let y = this._physicalTop;
		this._iterateItems((pidx) => {
			this.translate3d(0, `${y}px`, 0, this._physicalItems[pidx]);
			y += this._physicalSizes[pidx];
		});
	},
	_getPhysicalSizeIncrement(pidx) {
		return this._physicalSizes[pidx];
	},
	_adjustScrollPosition() {
		const deltaHeight = this._virtualStart === 0 ? this._physicalTop : Math.min(this._scrollPosition + this._physicalTop, 0);
		if (deltaHeight !== 0) {
			this._physicalTop -= deltaHeight;
			const scrollTop = this._scrollPosition;
			if (!IOS_TOUCH_SCROLLING && scrollTop > 0) this._resetScrollPosition(scrollTop - deltaHeight);
		}
	},
	_resetScrollPosition(pos) {
		if (this.scrollTarget && pos >= 0) {
			this._scrollTop = pos;
			this._scrollPosition = this._scrollTop;
		}
	},
	_updateScrollerSize(forceUpdate) {
		const estScrollHeight = this._physicalBottom + Math.max(this._virtualCount - this._physicalCount - this._virtualStart, 0) * this._physicalAverage;
		this._estScrollHeight = estScrollHeight;
		if (forceUpdate || this._scrollHeight === 0 || this._scrollPosition >= estScrollHeight - this._physicalSize || Math.abs(estScrollHeight - this._scrollHeight) >= this._viewportHeight) {
			this.$.items.style.height = `${estScrollHeight}px`;
			this._scrollHeight = estScrollHeight;
		}
	},
	scrollToIndex(idx) {
		if (typeof idx !== "number" || idx < 0 || idx > this.items.length - 1) return;
		flush();
		if (this._physicalCount === 0) return;
		idx = this._clamp(idx, 0, this._virtualCount - 1);
		if (!this._isIndexRendered(idx) || idx >= this._maxVirtualStart) this._virtualStart = idx - 1;
		this._assignModels();
		this._updateMetrics();
		this._physicalTop = this._virtualStart * this._physicalAverage;
		let currentTopItem = this._physicalStart;
		let currentVirtualItem = this._virtualStart;
		let targetOffsetTop = 0;
		const hiddenContentSize = this._hiddenContentSize;
		while (currentVirtualItem < idx && targetOffsetTop <= hiddenContentSize) {
			targetOffsetTop += this._getPhysicalSizeIncrement(currentTopItem);
			currentTopItem = (currentTopItem + 1) % this._physicalCount;
			currentVirtualItem += 1;
		}
		this._updateScrollerSize(true);
		this._positionItems();
		this._resetScrollPosition(this._physicalTop + this._scrollOffset + targetOffsetTop);
		this._increasePoolIfNeeded(0);
		this._firstVisibleIndexVal = null;
		this._lastVisibleIndexVal = null;
	},
	_resetAverage() {
		this._physicalAverage = 0;
		this._physicalAverageCount = 0;
	},
	_resizeHandler() {
		this._debounce("_render", () => {
			this._firstVisibleIndexVal = null;
			this._lastVisibleIndexVal = null;
			if (this._isVisible) {
				this.updateViewportBoundaries();
				this.toggleScrollListener(true);
				this._resetAverage();
				this._render();
			} else this.toggleScrollListener(false);
		}, animationFrame);
	},
	_isIndexRendered(idx) {
		return idx >= this._virtualStart && idx <= this._virtualEnd;
	},
	_getPhysicalIndex(vidx) {
		return (this._physicalStart + (vidx - this._virtualStart)) % this._physicalCount;
	},
	_clamp(v, min, max) {
		return Math.min(max, Math.max(min, v));
	},
	_debounce(name, cb, asyncModule) {
		if (!this._debouncers) this._debouncers = {};
		this._debouncers[name] = Debouncer.debounce(this._debouncers[name], asyncModule, cb.bind(this));
		enqueueDebouncer(this._debouncers[name]);
	}
};
var MAX_VIRTUAL_COUNT = 1e5;
var OFFSET_ADJUST_MIN_THRESHOLD = 1e3;
var IronListAdapter = class {
	constructor({ createElements, updateElement, scrollTarget, scrollContainer, reorderElements, elementsContainer, __disableHeightPlaceholder }) {
		this.isAttached = true;
		this._vidxOffset = 0;
		this.createElements = createElements;
		this.updateElement = updateElement;
		this.scrollTarget = scrollTarget;
		this.scrollContainer = scrollContainer;
		this.reorderElements = reorderElements;
		this.elementsContainer = elementsContainer || scrollContainer;
		this.__disableHeightPlaceholder = __disableHeightPlaceholder ?? false;
		this._maxPages = 1.3;
		this.__placeholderHeight = 200;
		this.__elementHeightQueue = Array(10);
		this.timeouts = {
			SCROLL_REORDER: 500,
			PREVENT_OVERSCROLL: 500,
			FIX_INVALID_ITEM_POSITIONING: 100
		};
		this.__resizeObserver = new ResizeObserver(() => this._resizeHandler());
		if (getComputedStyle(this.scrollTarget).overflow === "visible") this.scrollTarget.style.overflow = "auto";
		if (getComputedStyle(this.scrollContainer).position === "static") this.scrollContainer.style.position = "relative";
		this.__resizeObserver.observe(this.scrollTarget);
		this.scrollTarget.addEventListener("scroll", () => this._scrollHandler());
		new ResizeObserver(([{ contentRect }]) => {
			const isHidden = contentRect.width === 0 && contentRect.height === 0;
			if (!isHidden && this.__scrollTargetHidden && this.scrollTarget.scrollTop !== this._scrollPosition) this.scrollTarget.scrollTop = this._scrollPosition;
			this.__scrollTargetHidden = isHidden;
		}).observe(this.scrollTarget);
		this.elementsContainer.addEventListener("focusin", () => this.__onElementFocused());
		if (this.reorderElements) {
			this.scrollTarget.addEventListener("mousedown", (event) => {
				if (event.target !== this.scrollTarget) return;
				this.__mouseDown = true;
			});
			this.scrollTarget.addEventListener("mouseup", () => {
				this.__mouseDown = false;
				if (this.__pendingReorder) this.__reorderElements();
			});
		}
	}
	get scrollOffset() {
		return 0;
	}
	get adjustedFirstVisibleIndex() {
		return this.firstVisibleIndex + this._vidxOffset;
	}
	get adjustedLastVisibleIndex() {
		return this.lastVisibleIndex + this._vidxOffset;
	}
	get _maxVirtualIndexOffset() {
		return this.size - this._virtualCount;
	}
	__hasPlaceholders() {
		return this.__getVisibleElements().some((el) => el.__virtualizerPlaceholder);
	}
	scrollToIndex(index) {
		if (typeof index !== "number" || isNaN(index) || this.size === 0 || !this.scrollTarget.offsetHeight) return;
		delete this.__pendingScrollToIndex;
		if (this._physicalCount <= 3) this.flush();
		index = this._clamp(index, 0, this.size - 1);
		const visibleElementCount = this.__getVisibleElements().length;
		let targetVirtualIndex = Math.floor(index / this.size * this._virtualCount);
		if (this._virtualCount - targetVirtualIndex < visibleElementCount) {
			targetVirtualIndex = this._virtualCount - (this.size - index);
			this._vidxOffset = this._maxVirtualIndexOffset;
		} else if (targetVirtualIndex < visibleElementCount) {
			if (index < OFFSET_ADJUST_MIN_THRESHOLD) {
				targetVirtualIndex = index;
				this._vidxOffset = 0;
			} else {
				targetVirtualIndex = OFFSET_ADJUST_MIN_THRESHOLD;
				this._vidxOffset = index - targetVirtualIndex;
			}
		} else this._vidxOffset = index - targetVirtualIndex;
		this.__skipNextVirtualIndexAdjust = true;
		super.scrollToIndex(targetVirtualIndex);
		if (this.adjustedFirstVisibleIndex !== index && this._scrollTop < this._maxScrollTop) this._scrollTop -= this.__getIndexScrollOffset(index) || 0;
		this._scrollHandler();
		if (this.__hasPlaceholders()) this.__pendingScrollToIndex = index;
	}
	flush() {
		if (this.scrollTarget.offsetHeight === 0) return;
		this._resizeHandler();
		flush();
		this._scrollHandler();
		if (this.__fixInvalidItemPositioningDebouncer) this.__fixInvalidItemPositioningDebouncer.flush();
		if (this.__scrollReorderDebouncer) this.__scrollReorderDebouncer.flush();
	}
	hostConnected() {
		if (this.scrollTarget.offsetParent && this.scrollTarget.scrollTop !== this._scrollPosition) this.scrollTarget.scrollTop = this._scrollPosition;
	}
	update(startIndex = 0, endIndex = this.size - 1) {
		const updatedElements = [];
		this.__getVisibleElements().forEach((el) => {
			if (el.__virtualIndex >= startIndex && el.__virtualIndex <= endIndex) {
				this.__updateElement(el, el.__virtualIndex, true);
				updatedElements.push(el);
			}
		});
		this.__afterElementsUpdated(updatedElements);
	}
	_updateMetrics(itemSet) {
		flush();
		let newPhysicalSize = 0;
		let oldPhysicalSize = 0;
		const prevAvgCount = this._physicalAverageCount;
		const prevPhysicalAvg = this._physicalAverage;
		this._iterateItems((pidx, vidx) => {
			oldPhysicalSize += this._physicalSizes[pidx];
			const elementOldPhysicalSize = this._physicalSizes[pidx];
			this._physicalSizes[pidx] = Math.ceil(this.__getBorderBoxHeight(this._physicalItems[pidx]));
			if (this._physicalSizes[pidx] !== elementOldPhysicalSize) {
				this.__resizeObserver.unobserve(this._physicalItems[pidx]);
				this.__resizeObserver.observe(this._physicalItems[pidx], { box: "border-box" });
			}
			newPhysicalSize += this._physicalSizes[pidx];
			this._physicalAverageCount += this._physicalSizes[pidx] ? 1 : 0;
		}, itemSet);
		this._physicalSize = this._physicalSize + newPhysicalSize - oldPhysicalSize;
		if (this._physicalAverageCount !== prevAvgCount) this._physicalAverage = Math.round((prevPhysicalAvg * prevAvgCount + newPhysicalSize) / this._physicalAverageCount);
	}
	__getBorderBoxHeight(el) {
		const style = getComputedStyle(el);
		const itemHeight = parseFloat(style.height) || 0;
		if (style.boxSizing === "border-box") return itemHeight;
		const paddingBottom = parseFloat(style.paddingBottom) || 0;
		const paddingTop = parseFloat(style.paddingTop) || 0;
		const borderBottomWidth = parseFloat(style.borderBottomWidth) || 0;
		const borderTopWidth = parseFloat(style.borderTopWidth) || 0;
		return itemHeight + paddingBottom + paddingTop + borderBottomWidth + borderTopWidth;
	}
	__updateElement(el, index, forceSameIndexUpdates) {
		if (el.__virtualizerPlaceholder) {
			el.style.paddingTop = "";
			el.style.opacity = "";
			el.__virtualizerPlaceholder = false;
		}
		if (!this.__preventElementUpdates && (el.__lastUpdatedIndex !== index || forceSameIndexUpdates)) {
			this.updateElement(el, index);
			el.__lastUpdatedIndex = index;
		}
	}
	__afterElementsUpdated(updatedElements) {
		if (!this.__disableHeightPlaceholder) updatedElements.forEach((el) => {
			const elementHeight = el.offsetHeight;
			if (elementHeight === 0) {
				el.style.paddingTop = `${this.__placeholderHeight}px`;
				el.style.opacity = "0";
				el.__virtualizerPlaceholder = true;
				this.__placeholderClearDebouncer = Debouncer.debounce(this.__placeholderClearDebouncer, animationFrame, () => this._resizeHandler());
			} else {
				this.__elementHeightQueue.push(elementHeight);
				this.__elementHeightQueue.shift();
				const filteredHeights = this.__elementHeightQueue.filter((h) => h !== void 0);
				this.__placeholderHeight = Math.round(filteredHeights.reduce((a, b) => a + b, 0) / filteredHeights.length);
			}
		});
		if (this.__pendingScrollToIndex !== void 0 && !this.__hasPlaceholders()) this.scrollToIndex(this.__pendingScrollToIndex);
	}
	__getIndexScrollOffset(index) {
		const element = this.__getVisibleElements().find((el) => el.__virtualIndex === index);
		return element ? this.scrollTarget.getBoundingClientRect().top - element.getBoundingClientRect().top : void 0;
	}
	__restoreScrollOffset(index, offsetBefore) {
		const offsetAfter = this.__getIndexScrollOffset(index);
		if (offsetBefore !== void 0 && offsetAfter !== void 0) this._scrollTop += offsetBefore - offsetAfter;
	}
	get size() {
		return this.__size;
	}
	set size(size) {
		if (size === this.size) return;
		if (this.__fixInvalidItemPositioningDebouncer) this.__fixInvalidItemPositioningDebouncer.cancel();
		if (this._debouncers && this._debouncers._increasePoolIfNeeded) this._debouncers._increasePoolIfNeeded.cancel();
		const shouldRestoreScrollPosition = size > 0 && this._scrollTop > 0;
		let fvi;
		let fviOffsetBefore;
		if (shouldRestoreScrollPosition) {
			fvi = this.adjustedFirstVisibleIndex;
			fviOffsetBefore = this.__getIndexScrollOffset(fvi);
		}
		this.__size = size;
		this.__preventElementUpdates = shouldRestoreScrollPosition;
		this._itemsChanged({ path: "items" });
		flush();
		if (shouldRestoreScrollPosition) {
			fvi = Math.min(fvi, size - 1);
			this.scrollToIndex(fvi);
			this.__restoreScrollOffset(fvi, fviOffsetBefore);
		}
		this.__preventElementUpdates = false;
		if (!this._isVisible) this._assignModels();
		if (!this.elementsContainer.children.length) requestAnimationFrame(() => this._resizeHandler());
		this._updateScrollerSize(true);
		this._resizeHandler();
		flush();
		this._debounce("_update", this._update, microTask);
	}
	get _scrollTop() {
		return this.scrollTarget.scrollTop;
	}
	set _scrollTop(top) {
		this.scrollTarget.scrollTop = top;
	}
	get items() {
		return { length: Math.min(this.size, MAX_VIRTUAL_COUNT) };
	}
	get offsetHeight() {
		return this.scrollTarget.offsetHeight;
	}
	get $() {
		return { items: this.scrollContainer };
	}
	updateViewportBoundaries() {
		this._scrollerPaddingTop = parseInt(window.getComputedStyle(this.scrollTarget)["padding-top"], 10);
		this._viewportHeight = this.scrollTarget.offsetHeight;
	}
	_createPool(size) {
		const physicalItems = this.createElements(size);
		const fragment = document.createDocumentFragment();
		physicalItems.forEach((el) => {
			el.style.position = "absolute";
			fragment.appendChild(el);
			this.__resizeObserver.observe(el, { box: "border-box" });
		});
		this.elementsContainer.appendChild(fragment);
		return physicalItems;
	}
	_assignModels(itemSet) {
		const updatedElements = [];
		this._iterateItems((pidx, vidx) => {
			const el = this._physicalItems[pidx];
			el.hidden = vidx >= this.size;
			if (!el.hidden) {
				el.__virtualIndex = vidx + (this._vidxOffset || 0);
				this.__updateElement(el, el.__virtualIndex);
				updatedElements.push(el);
			} else delete el.__lastUpdatedIndex;
		}, itemSet);
		this.__afterElementsUpdated(updatedElements);
	}
	_isClientFull() {
		setTimeout(() => {
			this.__clientFull = true;
		});
		return this.__clientFull || super._isClientFull();
	}
	translate3d(_x, y, _z, el) {
		el.style.transform = `translateY(${y})`;
	}
	toggleScrollListener() {}
	__getFocusedElement() {
		return this.__getVisibleElements().find((element) => element.matches(":focus-within"));
	}
	__nextFocusableSiblingMissing(focusedElement, visibleElements) {
		return visibleElements.indexOf(focusedElement) === visibleElements.length - 1 && this.size > focusedElement.__virtualIndex + 1;
	}
	__previousFocusableSiblingMissing(focusedElement, visibleElements) {
		return visibleElements.indexOf(focusedElement) === 0 && focusedElement.__virtualIndex > 0;
	}
	__onElementFocused() {
		if (!this.reorderElements) return;
		const focusedElement = this.__getFocusedElement();
		if (!focusedElement) return;
		const visibleElements = this.__getVisibleElements();
		if (this.__previousFocusableSiblingMissing(focusedElement, visibleElements) || this.__nextFocusableSiblingMissing(focusedElement, visibleElements)) this.flush();
		const reorderedVisibleElements = this.__getVisibleElements();
		if (this.__nextFocusableSiblingMissing(focusedElement, reorderedVisibleElements)) {
			this._scrollTop += Math.ceil(focusedElement.getBoundingClientRect().bottom) - Math.floor(this.scrollTarget.getBoundingClientRect().bottom - 1);
			this.flush();
		} else if (this.__previousFocusableSiblingMissing(focusedElement, reorderedVisibleElements)) {
			this._scrollTop -= Math.ceil(this.scrollTarget.getBoundingClientRect().top + 1) - Math.floor(focusedElement.getBoundingClientRect().top);
			this.flush();
		}
	}
	_scrollHandler() {
		if (this.scrollTarget.offsetHeight === 0) return;
		this._adjustVirtualIndexOffset(this._scrollTop - this._scrollPosition);
		const delta = this._scrollTop - this._scrollPosition;
		super._scrollHandler();
		if (this._physicalCount !== 0) {
			const isScrollingDown = delta >= 0;
			const reusables = this._getReusables(!isScrollingDown);
			if (reusables.indexes.length) {
				this._physicalTop = reusables.physicalTop;
				if (isScrollingDown) {
					this._virtualStart -= reusables.indexes.length;
					this._physicalStart -= reusables.indexes.length;
				} else {
					this._virtualStart += reusables.indexes.length;
					this._physicalStart += reusables.indexes.length;
				}
				this._resizeHandler();
			}
		}
		if (delta) {
			this.__fixInvalidItemPositioningDebouncer = Debouncer.debounce(this.__fixInvalidItemPositioningDebouncer, timeOut.after(this.timeouts.FIX_INVALID_ITEM_POSITIONING), () => this.__fixInvalidItemPositioning());
			if (!this.__overscrollDebouncer?.isActive()) this.scrollTarget.style.overscrollBehavior = "none";
			this.__overscrollDebouncer = Debouncer.debounce(this.__overscrollDebouncer, timeOut.after(this.timeouts.PREVENT_OVERSCROLL), () => {
				this.scrollTarget.style.overscrollBehavior = null;
			});
		}
		if (this.reorderElements) this.__scrollReorderDebouncer = Debouncer.debounce(this.__scrollReorderDebouncer, timeOut.after(this.timeouts.SCROLL_REORDER), () => this.__reorderElements());
		if (this._scrollPosition === 0 && this.firstVisibleIndex !== 0 && Math.abs(delta) > 0) this.scrollToIndex(0);
	}
	_resizeHandler() {
		super._resizeHandler();
		const lastIndexVisible = this.adjustedLastVisibleIndex === this.size - 1;
		const emptySpace = this._physicalTop - this._scrollPosition;
		if (lastIndexVisible && emptySpace > 0) {
			const idxAdjustment = Math.ceil(emptySpace / this._physicalAverage);
			this._virtualStart = Math.max(0, this._virtualStart - idxAdjustment);
			this._physicalStart = Math.max(0, this._physicalStart - idxAdjustment);
			super.scrollToIndex(this._virtualCount - 1);
			this.scrollTarget.scrollTop = this.scrollTarget.scrollHeight - this.scrollTarget.clientHeight;
		}
	}
	__fixInvalidItemPositioning() {
		if (!this.scrollTarget.isConnected) return;
		const physicalTopBelowTop = this._physicalTop > this._scrollTop;
		const physicalBottomAboveBottom = this._physicalBottom < this._scrollBottom;
		const firstIndexVisible = this.adjustedFirstVisibleIndex === 0;
		const lastIndexVisible = this.adjustedLastVisibleIndex === this.size - 1;
		if (physicalTopBelowTop && !firstIndexVisible || physicalBottomAboveBottom && !lastIndexVisible) {
			const isScrollingDown = physicalBottomAboveBottom;
			const originalRatio = this._ratio;
			this._ratio = 0;
			this._scrollPosition = this._scrollTop + (isScrollingDown ? -1 : 1);
			this._scrollHandler();
			this._ratio = originalRatio;
		}
	}
	_increasePoolIfNeeded(count) {
		if (this._physicalCount > 2 && this._physicalAverage > 0 && count > 0) {
			const missingItemCount = Math.ceil(this._optPhysicalSize / this._physicalAverage) - this._physicalCount;
			super._increasePoolIfNeeded(Math.max(count, Math.min(100, missingItemCount)));
		} else super._increasePoolIfNeeded(count);
	}
	get _optPhysicalSize() {
		const optPhysicalSize = super._optPhysicalSize;
		if (optPhysicalSize <= 0 || this.__hasPlaceholders()) return optPhysicalSize;
		return optPhysicalSize + this.__getItemHeightBuffer();
	}
	__getItemHeightBuffer() {
		if (this._physicalCount === 0) return 0;
		const bufferZoneHeight = Math.ceil(this._viewportHeight * (this._maxPages - 1) / 2);
		const maxItemHeight = Math.max(...this._physicalSizes);
		if (maxItemHeight > Math.min(...this._physicalSizes)) return Math.max(0, maxItemHeight - bufferZoneHeight);
		return 0;
	}
	__getVisibleElements() {
		return Array.from(this.elementsContainer.children).filter((element) => !element.hidden);
	}
	__reorderElements() {
		if (this.__mouseDown) {
			this.__pendingReorder = true;
			return;
		}
		this.__pendingReorder = false;
		const adjustedVirtualStart = this._virtualStart + (this._vidxOffset || 0);
		const visibleElements = this.__getVisibleElements();
		const targetElement = this.__getFocusedElement() || visibleElements[0];
		if (!targetElement) return;
		const targetPhysicalIndex = targetElement.__virtualIndex - adjustedVirtualStart;
		const delta = visibleElements.indexOf(targetElement) - targetPhysicalIndex;
		if (delta > 0) for (let i = 0; i < delta; i++) this.elementsContainer.appendChild(visibleElements[i]);
		else if (delta < 0) for (let i = visibleElements.length + delta; i < visibleElements.length; i++) this.elementsContainer.insertBefore(visibleElements[i], visibleElements[0]);
		if (isSafari) {
			const { transform } = this.scrollTarget.style;
			this.scrollTarget.style.transform = "translateZ(0)";
			setTimeout(() => {
				this.scrollTarget.style.transform = transform;
			});
		}
	}
	_adjustVirtualIndexOffset(delta) {
		const maxOffset = this._maxVirtualIndexOffset;
		if (this._virtualCount >= this.size) this._vidxOffset = 0;
		else if (this.__skipNextVirtualIndexAdjust) this.__skipNextVirtualIndexAdjust = false;
		else if (Math.abs(delta) > 1e4) {
			const scale = this._scrollTop / (this.scrollTarget.scrollHeight - this.scrollTarget.clientHeight);
			this._vidxOffset = Math.round(scale * maxOffset);
		} else {
			const oldOffset = this._vidxOffset;
			const threshold = OFFSET_ADJUST_MIN_THRESHOLD;
			const maxShift = 100;
			let fvi, fviOffsetBefore;
			const captureScrollState = () => {
				fvi = this.adjustedFirstVisibleIndex;
				fviOffsetBefore = this.__getIndexScrollOffset(fvi);
			};
			if (this._scrollTop === 0) {
				if (oldOffset !== 0) {
					captureScrollState();
					this._vidxOffset = 0;
					super.scrollToIndex(0);
				}
			} else if (this.firstVisibleIndex < threshold && this._vidxOffset > 0) {
				captureScrollState();
				this._vidxOffset -= Math.min(this._vidxOffset, maxShift);
				super.scrollToIndex(this.firstVisibleIndex + (oldOffset - this._vidxOffset));
			}
			if (this._scrollTop >= this._maxScrollTop && this._maxScrollTop > 0) {
				if (oldOffset !== maxOffset) {
					captureScrollState();
					this._vidxOffset = maxOffset;
					super.scrollToIndex(this._virtualCount - 1);
				}
			} else if (this.firstVisibleIndex > this._virtualCount - threshold && this._vidxOffset < maxOffset) {
				captureScrollState();
				this._vidxOffset += Math.min(maxOffset - this._vidxOffset, maxShift);
				super.scrollToIndex(this.firstVisibleIndex - (this._vidxOffset - oldOffset));
			}
			if (fvi !== void 0) this.__restoreScrollOffset(fvi, fviOffsetBefore);
		}
	}
};
Object.setPrototypeOf(IronListAdapter.prototype, ironList);
var Virtualizer = class {
	constructor(config) {
		this.__adapter = new IronListAdapter(config);
	}
	get firstVisibleIndex() {
		return this.__adapter.adjustedFirstVisibleIndex;
	}
	get lastVisibleIndex() {
		return this.__adapter.adjustedLastVisibleIndex;
	}
	get size() {
		return this.__adapter.size;
	}
	set size(size) {
		this.__adapter.size = size;
	}
	scrollToIndex(index) {
		this.__adapter.scrollToIndex(index);
	}
	update(startIndex = 0, endIndex = this.size - 1) {
		this.__adapter.update(startIndex, endIndex);
	}
	flush() {
		this.__adapter.flush();
	}
	hostConnected() {
		this.__adapter.hostConnected();
	}
};
var A11yMixin = (superClass) => class A11yMixin extends superClass {
	static get properties() {
		return { accessibleName: { type: String } };
	}
	static get observers() {
		return ["__a11yUpdateGridSize(_flatSize, _columnTree, __emptyState)", "__a11yI18nChanged(__effectiveI18n)"];
	}
	__a11yI18nChanged() {
		this.requestContentUpdate();
		this.__a11yUpdateSorters();
	}
	__a11yGetHeaderRowCount(_columnTree) {
		return _columnTree.filter((level) => level.some((col) => col.headerRenderer || col.path && col.header !== null || col.header)).length;
	}
	__a11yGetFooterRowCount(_columnTree) {
		return _columnTree.filter((level) => level.some((col) => col.footerRenderer)).length;
	}
	__a11yUpdateGridSize(flatSize, _columnTree, emptyState) {
		if (flatSize === void 0 || _columnTree === void 0) return;
		const headerRowsCount = this.__a11yGetHeaderRowCount(_columnTree);
		const footerRowsCount = this.__a11yGetFooterRowCount(_columnTree);
		const rowsCount = (emptyState ? 1 : flatSize) + headerRowsCount + footerRowsCount;
		this.$.table.setAttribute("aria-rowcount", rowsCount);
		const bodyColumns = _columnTree[_columnTree.length - 1];
		const columnsCount = emptyState ? 1 : rowsCount && bodyColumns?.length || 0;
		this.$.table.setAttribute("aria-colcount", columnsCount);
		this.__a11yUpdateHeaderRows();
		this.__a11yUpdateFooterRows();
	}
	__a11yUpdateHeaderRows() {
		iterateChildren(this.$.header, (headerRow, index) => {
			headerRow.setAttribute("aria-rowindex", index + 1);
		});
	}
	__a11yUpdateFooterRows() {
		const bodyRowCount = this._flatSize || 0;
		iterateChildren(this.$.footer, (footerRow, index) => {
			footerRow.setAttribute("aria-rowindex", this.__a11yGetHeaderRowCount(this._columnTree) + bodyRowCount + index + 1);
		});
	}
	__a11yUpdateRowRowindex(row) {
		row.setAttribute("aria-rowindex", row.index + this.__a11yGetHeaderRowCount(this._columnTree) + 1);
	}
	__a11yUpdateRowSelected(row, selected) {
		row.setAttribute("aria-selected", Boolean(selected));
		iterateRowCells(row, (cell) => {
			cell.setAttribute("aria-selected", Boolean(selected));
		});
	}
	__a11yUpdateRowExpanded(row) {
		const toggleCell = findTreeToggleCell(row);
		if (this.__isRowExpandable(row)) {
			row.setAttribute("aria-expanded", "false");
			toggleCell?.setAttribute("aria-expanded", "false");
		} else if (this.__isRowCollapsible(row)) {
			row.setAttribute("aria-expanded", "true");
			toggleCell?.setAttribute("aria-expanded", "true");
		} else {
			row.removeAttribute("aria-expanded");
			toggleCell?.removeAttribute("aria-expanded");
		}
	}
	__a11yUpdateRowLevel(row, level) {
		setOrRemoveAttribute(row, "aria-level", (level > 0 || this.__isRowCollapsible(row) || this.__isRowExpandable(row)) && level + 1);
	}
	__a11ySetRowDetailsCell(row, detailsCell) {
		iterateRowCells(row, (cell) => {
			if (cell !== detailsCell) cell.setAttribute("aria-controls", detailsCell.id);
		});
	}
	__a11yUpdateSorters() {
		Array.from(this.querySelectorAll("caas-vaadin-grid-sorter")).forEach((sorter) => {
			sorter.__updateAccessibleName?.();
			const cell = getClosestCell(sorter);
			if (cell) cell.setAttribute("aria-sort", {
				asc: "ascending",
				desc: "descending"
			}[String(sorter.direction)] || "none");
		});
	}
};
var keyboardActive = false;
window.addEventListener("keydown", () => {
	keyboardActive = true;
}, { capture: true });
window.addEventListener("mousedown", () => {
	keyboardActive = false;
}, { capture: true });
function isKeyboardActive() {
	return keyboardActive;
}
function isElementHiddenDirectly(element) {
	const style = element.style;
	if (style.visibility === "hidden" || style.display === "none") return true;
	const computedStyle = window.getComputedStyle(element);
	if (computedStyle.visibility === "hidden" || computedStyle.display === "none") return true;
	return false;
}
function isElementHidden(element) {
	if (element.checkVisibility) return !element.checkVisibility({ visibilityProperty: true });
	if (element.offsetParent === null && element.clientWidth === 0 && element.clientHeight === 0) return true;
	return isElementHiddenDirectly(element);
}
function isElementFocusable(element) {
	if (element.matches("input, select, textarea, button, object")) return element.matches(":not([disabled])");
	return element.matches("a[href], area[href], iframe, [tabindex], [contentEditable]");
}
var isFocusable = (target) => {
	return target.offsetParent && !target.part.contains("body-cell") && isElementFocusable(target) && getComputedStyle(target).visibility !== "hidden";
};
var ActiveItemMixin = (superClass) => class ActiveItemMixin extends superClass {
	static get properties() {
		return { activeItem: {
			type: Object,
			notify: true,
			value: null,
			sync: true
		} };
	}
	ready() {
		super.ready();
		this.$.scroller.addEventListener("click", this._onClick.bind(this));
		this.addEventListener("cell-activate", this._activateItem.bind(this));
		this.addEventListener("row-activate", this._activateItem.bind(this));
	}
	_activateItem(e) {
		const model = e.detail.model;
		const clickedItem = model ? model.item : null;
		if (clickedItem) this.activeItem = !this._itemsEqual(this.activeItem, clickedItem) ? clickedItem : null;
	}
	_shouldPreventCellActivationOnClick(e) {
		const { cell } = this._getGridEventLocation(e);
		return e.defaultPrevented || e.skipCellActivate || !cell || cell.part.contains("details-cell") || cell === this.$.emptystatecell || cell._content.matches(":focus-within") || this._isFocusable(e.target) || e.target instanceof HTMLLabelElement;
	}
	_onClick(e) {
		if (this._shouldPreventCellActivationOnClick(e)) return;
		const { cell } = this._getGridEventLocation(e);
		if (cell) this.dispatchEvent(new CustomEvent("cell-activate", { detail: { model: this.__getRowModel(cell.parentElement) } }));
	}
	_isFocusable(target) {
		return isFocusable(target);
	}
};
function get(path, object) {
	return path.split(".").reduce((obj, property) => obj[property], object);
}
function checkPaths(arrayToCheck, action, items) {
	if (items.length === 0) return false;
	let result = true;
	arrayToCheck.forEach(({ path }) => {
		if (!path || path.indexOf(".") === -1) return;
		if (get(path.replace(/\.[^.]*$/u, ""), items[0]) === void 0) {
			console.warn(`Path "${path}" used for ${action} does not exist in all of the items, ${action} is disabled.`);
			result = false;
		}
	});
	return result;
}
function normalizeEmptyValue(value) {
	if ([void 0, null].indexOf(value) >= 0) return "";
	else if (isNaN(value)) return value.toString();
	return value;
}
function compare(a, b) {
	a = normalizeEmptyValue(a);
	b = normalizeEmptyValue(b);
	if (a < b) return -1;
	if (a > b) return 1;
	return 0;
}
function multiSort(items, sortOrders) {
	return items.sort((a, b) => {
		return sortOrders.map((sortOrder) => {
			if (sortOrder.direction === "asc") return compare(get(sortOrder.path, a), get(sortOrder.path, b));
			else if (sortOrder.direction === "desc") return compare(get(sortOrder.path, b), get(sortOrder.path, a));
			return 0;
		}).reduce((p, n) => {
			return p !== 0 ? p : n;
		}, 0);
	});
}
function filter(items, filters) {
	return items.filter((item) => {
		return filters.every((filter) => {
			const value = normalizeEmptyValue(get(filter.path, item));
			const filterValueLowercase = normalizeEmptyValue(filter.value).toString().toLowerCase();
			return value.toString().toLowerCase().includes(filterValueLowercase);
		});
	});
}
var createArrayDataProvider = (allItems) => {
	return (params, callback) => {
		let items = allItems ? [...allItems] : [];
		if (params.filters && checkPaths(params.filters, "filtering", items)) items = filter(items, params.filters);
		if (Array.isArray(params.sortOrders) && params.sortOrders.length && checkPaths(params.sortOrders, "sorting", items)) items = multiSort(items, params.sortOrders);
		const count = Math.min(items.length, params.pageSize);
		const start = params.page * count;
		const end = start + count;
		callback(items.slice(start, end), items.length);
	};
};
var ArrayDataProviderMixin = (superClass) => class ArrayDataProviderMixin extends superClass {
	static get properties() {
		return { items: {
			type: Array,
			sync: true
		} };
	}
	static get observers() {
		return ["__dataProviderOrItemsChanged(dataProvider, items, isAttached, items.*)"];
	}
	__setArrayDataProvider(items) {
		const arrayDataProvider = createArrayDataProvider(this.items, {});
		arrayDataProvider.__items = items;
		this._arrayDataProvider = arrayDataProvider;
		this.size = items.length;
		this.dataProvider = arrayDataProvider;
	}
	_onDataProviderPageReceived() {
		super._onDataProviderPageReceived();
		if (this._arrayDataProvider) this.size = this._flatSize;
	}
	__dataProviderOrItemsChanged(dataProvider, items, isAttached) {
		if (!isAttached) return;
		if (this._arrayDataProvider) {
			if (dataProvider !== this._arrayDataProvider) {
				this._arrayDataProvider = void 0;
				this.items = void 0;
			} else if (!items) {
				this._arrayDataProvider = void 0;
				this.dataProvider = void 0;
				this.size = 0;
				this.clearCache();
			} else if (this._arrayDataProvider.__items === items) this.clearCache();
			else this.__setArrayDataProvider(items);
		} else if (items) this.__setArrayDataProvider(items);
	}
};
var ColumnAutoWidthMixin = (superClass) => class extends superClass {
	static get properties() {
		return { __pendingRecalculateColumnWidths: {
			type: Boolean,
			value: true
		} };
	}
	static get observers() {
		return [
			"__dataProviderChangedAutoWidth(dataProvider)",
			"__columnTreeChangedAutoWidth(_columnTree)",
			"__flatSizeChangedAutoWidth(_flatSize)"
		];
	}
	updated(props) {
		super.updated(props);
		if (props.has("__hostVisible") && !props.get("__hostVisible")) this.__tryToRecalculateColumnWidthsIfPending();
	}
	__dataProviderChangedAutoWidth(_dataProvider) {
		if (this.__hasHadRenderedRowsForColumnWidthCalculation) return;
		this.recalculateColumnWidths();
	}
	__columnTreeChangedAutoWidth(_columnTree) {
		queueMicrotask(() => this.recalculateColumnWidths());
	}
	__flatSizeChangedAutoWidth(flatSize) {
		requestAnimationFrame(() => {
			if (!!flatSize && !this.__hasHadRenderedRowsForColumnWidthCalculation) this.recalculateColumnWidths();
			else this.__tryToRecalculateColumnWidthsIfPending();
		});
	}
	_onDataProviderPageLoaded() {
		super._onDataProviderPageLoaded();
		this.__tryToRecalculateColumnWidthsIfPending();
	}
	_updateFrozenColumn() {
		super._updateFrozenColumn();
		this.__tryToRecalculateColumnWidthsIfPending();
	}
	__getIntrinsicWidth(col) {
		if (!this.__intrinsicWidthCache.has(col)) this.__calculateAndCacheIntrinsicWidths([col]);
		return this.__intrinsicWidthCache.get(col);
	}
	__getDistributedWidth(col, innerColumn) {
		if (col == null || col === this) return 0;
		const columnWidth = Math.max(this.__getIntrinsicWidth(col), this.__getDistributedWidth(this.__getParentColumnGroup(col), col));
		if (!innerColumn) return columnWidth;
		const columnGroup = col;
		const columnGroupWidth = columnWidth;
		const sumOfWidthOfAllChildColumns = columnGroup._visibleChildColumns.map((col) => this.__getIntrinsicWidth(col)).reduce((sum, curr) => sum + curr, 0);
		const extraNecessarySpaceForGridColumnGroup = Math.max(0, columnGroupWidth - sumOfWidthOfAllChildColumns);
		const shareOfInnerColumnFromNecessaryExtraSpace = this.__getIntrinsicWidth(innerColumn) / sumOfWidthOfAllChildColumns * extraNecessarySpaceForGridColumnGroup;
		return this.__getIntrinsicWidth(innerColumn) + shareOfInnerColumnFromNecessaryExtraSpace;
	}
	_recalculateColumnWidths() {
		this.__virtualizer.flush();
		this.__renderHeaderFooterDebouncer?.flush();
		this.__hasHadRenderedRowsForColumnWidthCalculation ||= this._getRenderedRows().length > 0;
		this.__intrinsicWidthCache = new Map();
		const fvi = this._firstVisibleIndex;
		const lvi = this._lastVisibleIndex;
		this.__viewportRowsCache = this._getRenderedRows().filter((row) => row.index >= fvi && row.index <= lvi);
		const cols = this.__getAutoWidthColumns();
		const ancestorColumnGroups = new Set();
		for (const col of cols) {
			let parent = this.__getParentColumnGroup(col);
			while (parent && !ancestorColumnGroups.has(parent)) {
				ancestorColumnGroups.add(parent);
				parent = this.__getParentColumnGroup(parent);
			}
		}
		this.__calculateAndCacheIntrinsicWidths([...cols, ...ancestorColumnGroups]);
		cols.forEach((col) => {
			col.width = `${this.__getDistributedWidth(col)}px`;
		});
		this.__intrinsicWidthCache.clear();
	}
	__getParentColumnGroup(col) {
		const parent = (col.assignedSlot || col).parentElement;
		return parent && parent !== this ? parent : null;
	}
	__setVisibleCellContentAutoWidth(col, autoWidth) {
		col._allCells.filter((cell) => {
			if (this.$.items.contains(cell)) return this.__viewportRowsCache.includes(cell.parentElement);
			return true;
		}).forEach((cell) => {
			cell.__measuringAutoWidth = autoWidth;
			if (cell.__measuringAutoWidth) {
				cell.__originalWidth = cell.style.width;
				cell.style.width = "auto";
				cell.style.position = "absolute";
			} else {
				cell.style.width = cell.__originalWidth;
				delete cell.__originalWidth;
				cell.style.position = "";
			}
		});
		this.$.scroller.toggleAttribute("measuring-auto-width", autoWidth);
	}
	__getAutoWidthCellsMaxWidth(col) {
		return col._allCells.reduce((width, cell) => {
			return cell.__measuringAutoWidth ? Math.max(width, cell.offsetWidth + 1) : width;
		}, 0);
	}
	__calculateAndCacheIntrinsicWidths(cols) {
		cols.forEach((col) => this.__setVisibleCellContentAutoWidth(col, true));
		cols.forEach((col) => {
			const width = this.__getAutoWidthCellsMaxWidth(col);
			this.__intrinsicWidthCache.set(col, width);
		});
		cols.forEach((col) => this.__setVisibleCellContentAutoWidth(col, false));
	}
	recalculateColumnWidths() {
		if (!this.__isReadyForColumnWidthCalculation()) {
			this.__pendingRecalculateColumnWidths = true;
			return;
		}
		this._recalculateColumnWidths();
	}
	__tryToRecalculateColumnWidthsIfPending() {
		if (!this.__pendingRecalculateColumnWidths) return;
		this.__pendingRecalculateColumnWidths = false;
		this.recalculateColumnWidths();
	}
	__getAutoWidthColumns() {
		return this._getColumns().filter((col) => !col.hidden && col.autoWidth);
	}
	__isReadyForColumnWidthCalculation() {
		if (!this._columnTree) return false;
		const undefinedCols = this.__getAutoWidthColumns().filter((col) => !customElements.get(col.localName));
		if (undefinedCols.length) {
			Promise.all(undefinedCols.map((col) => customElements.whenDefined(col.localName))).then(() => {
				this.__tryToRecalculateColumnWidthsIfPending();
			});
			return false;
		}
		const hasRowsWithUndefinedIndex = [...this.$.items.children].some((row) => row.index === void 0);
		const debouncingHiddenChanged = this._debouncerHiddenChanged?.isActive();
		const debouncingUpdateFrozenColumn = this.__debounceUpdateFrozenColumn?.isActive();
		const hasHeight = this.clientHeight > 0;
		return !this._dataProviderController.isLoading() && !hasRowsWithUndefinedIndex && !isElementHidden(this) && !debouncingHiddenChanged && !debouncingUpdateFrozenColumn && hasHeight;
	}
};
var ColumnReorderingMixin = (superClass) => class ColumnReorderingMixin extends superClass {
	static get properties() {
		return {
			columnReorderingAllowed: {
				type: Boolean,
				value: false
			},
			_orderBaseScope: {
				type: Number,
				value: 1e7
			}
		};
	}
	static get observers() {
		return ["_updateOrders(_columnTree)"];
	}
	ready() {
		super.ready();
		addListener(this, "track", this._onTrackEvent);
		this._reorderGhost = this.shadowRoot.querySelector("[part=\"reorder-ghost\"]");
		this.addEventListener("touchstart", this._onTouchStart.bind(this));
		this.addEventListener("touchmove", this._onTouchMove.bind(this));
		this.addEventListener("touchend", this._onTouchEnd.bind(this));
		this.addEventListener("contextmenu", this._onContextMenu.bind(this));
	}
	_onContextMenu(e) {
		if (this.hasAttribute("reordering")) {
			e.preventDefault();
			if (!isTouch) this._onTrackEnd();
		}
	}
	_cancelReorderForMultiTouch(e) {
		if (e.touches.length > 1) {
			clearTimeout(this._startTouchReorderTimeout);
			if (this._draggedColumn) this._onTrackEnd();
			return true;
		}
		return false;
	}
	_onTouchStart(e) {
		if (this._cancelReorderForMultiTouch(e)) return;
		this._startTouchReorderTimeout = setTimeout(() => {
			this._onTrackStart({ detail: {
				x: e.touches[0].clientX,
				y: e.touches[0].clientY
			} });
		}, 100);
	}
	_onTouchMove(e) {
		if (this._cancelReorderForMultiTouch(e)) return;
		if (this._draggedColumn) e.preventDefault();
		clearTimeout(this._startTouchReorderTimeout);
	}
	_onTouchEnd() {
		clearTimeout(this._startTouchReorderTimeout);
		this._onTrackEnd();
	}
	_onTrackEvent(e) {
		if (e.detail.state === "start") {
			const path = e.composedPath();
			const headerCell = path[path.indexOf(this.$.header) - 2];
			if (!headerCell || !headerCell._content) return;
			if (headerCell._content.matches(":focus-within")) return;
			if (this.$.scroller.hasAttribute("column-resizing")) return;
			if (!this._touchDevice) this._onTrackStart(e);
		} else if (e.detail.state === "track") this._onTrack(e);
		else if (e.detail.state === "end") this._onTrackEnd(e);
	}
	_onTrackStart(e) {
		if (!this.columnReorderingAllowed) return;
		const path = e.composedPath?.();
		if (path?.slice(0, Math.max(0, path.indexOf(this))).some((node) => node.draggable)) return;
		const headerCell = this._cellFromPoint(e.detail.x, e.detail.y);
		if (!headerCell || !headerCell.part.contains("header-cell")) return;
		this.toggleAttribute("reordering", true);
		this._draggedColumn = headerCell._column;
		while (this._draggedColumn.parentElement.childElementCount === 1) this._draggedColumn = this._draggedColumn.parentElement;
		this._setSiblingsReorderStatus(this._draggedColumn, "allowed");
		this._draggedColumn._reorderStatus = "dragging";
		this._updateGhost(headerCell);
		this._reorderGhost.style.visibility = "visible";
		this._updateGhostPosition(e.detail.x, this._touchDevice ? e.detail.y - 50 : e.detail.y);
		this._autoScroller();
	}
	_onTrack(e) {
		if (!this._draggedColumn) return;
		const targetCell = this._cellFromPoint(e.detail.x, e.detail.y);
		if (!targetCell) return;
		const targetColumn = this._getTargetColumn(targetCell, this._draggedColumn);
		if (this._isSwapAllowed(this._draggedColumn, targetColumn) && this._isSwappableByPosition(targetColumn, e.detail.x)) {
			const columnTreeLevel = this._columnTree.findIndex((level) => level.includes(targetColumn));
			const levelColumnsInOrder = this._getColumnsInOrder(columnTreeLevel);
			const startIndex = levelColumnsInOrder.indexOf(this._draggedColumn);
			const endIndex = levelColumnsInOrder.indexOf(targetColumn);
			const direction = startIndex < endIndex ? 1 : -1;
			for (let i = startIndex; i !== endIndex; i += direction) this._swapColumnOrders(this._draggedColumn, levelColumnsInOrder[i + direction]);
			this.__renderHeaderFooter();
		}
		this._updateGhostPosition(e.detail.x, this._touchDevice ? e.detail.y - 50 : e.detail.y);
		this._lastDragClientX = e.detail.x;
	}
	_onTrackEnd() {
		if (!this._draggedColumn) return;
		this.toggleAttribute("reordering", false);
		this._draggedColumn._reorderStatus = "";
		this._setSiblingsReorderStatus(this._draggedColumn, "");
		this._draggedColumn = null;
		this._lastDragClientX = null;
		this._reorderGhost.style.visibility = "hidden";
		this.dispatchEvent(new CustomEvent("column-reorder", { detail: { columns: this._getColumnsInOrder() } }));
	}
	_getColumnsInOrder(headerLevel = this._columnTree.length - 1) {
		return this._columnTree[headerLevel].filter((c) => !c.hidden).sort((b, a) => b._order - a._order);
	}
	_cellFromPoint(x = 0, y = 0) {
		if (!this._draggedColumn) this.$.scroller.toggleAttribute("no-content-pointer-events", true);
		const elementFromPoint = this.shadowRoot.elementFromPoint(x, y);
		this.$.scroller.toggleAttribute("no-content-pointer-events", false);
		return this._getCellFromElement(elementFromPoint);
	}
	_getCellFromElement(element) {
		if (element) {
			if (element._column) return element;
			const { parentElement } = element;
			if (parentElement?._focusButton === element) return parentElement;
		}
		return null;
	}
	_updateGhostPosition(eventClientX, eventClientY) {
		const ghostRect = this._reorderGhost.getBoundingClientRect();
		const targetLeft = eventClientX - ghostRect.width / 2;
		const targetTop = eventClientY - ghostRect.height / 2;
		const _left = parseInt(this._reorderGhost._left || 0);
		const _top = parseInt(this._reorderGhost._top || 0);
		this._reorderGhost._left = _left - (ghostRect.left - targetLeft);
		this._reorderGhost._top = _top - (ghostRect.top - targetTop);
		this._reorderGhost.style.transform = `translate(${this._reorderGhost._left}px, ${this._reorderGhost._top}px)`;
	}
	_updateGhost(cell) {
		const ghost = this._reorderGhost;
		ghost.textContent = cell._content.innerText;
		const style = window.getComputedStyle(cell);
		[
			"boxSizing",
			"display",
			"width",
			"height",
			"background",
			"alignItems",
			"padding",
			"border",
			"flex-direction",
			"overflow"
		].forEach((propertyName) => {
			ghost.style[propertyName] = style[propertyName];
		});
		return ghost;
	}
	_updateOrders(columnTree) {
		if (columnTree === void 0) return;
		columnTree[0].forEach((column) => {
			column._order = 0;
		});
		updateColumnOrders(columnTree[0], this._orderBaseScope, 0);
	}
	_resetColumnOrder() {
		if (this._columnTree === void 0) return;
		if (this._columnTree.every((level) => level.every((column, i) => i === 0 || column._order >= level[i - 1]._order))) return;
		this._columnTree = this._getColumnTree();
	}
	_setSiblingsReorderStatus(column, status) {
		iterateChildren(column.parentNode, (sibling) => {
			if (/column/u.test(sibling.localName) && this._isSwapAllowed(sibling, column)) sibling._reorderStatus = status;
		});
	}
	_autoScroller() {
		if (this._lastDragClientX) {
			const rightDiff = this._lastDragClientX - this.getBoundingClientRect().right + 50;
			const leftDiff = this.getBoundingClientRect().left - this._lastDragClientX + 50;
			if (rightDiff > 0) this.$.table.scrollLeft += rightDiff / 10;
			else if (leftDiff > 0) this.$.table.scrollLeft -= leftDiff / 10;
		}
		if (this._draggedColumn) setTimeout(() => this._autoScroller(), 10);
	}
	_isSwapAllowed(column1, column2) {
		if (column1 && column2) {
			const differentColumns = column1 !== column2;
			const sameParent = column1.parentElement === column2.parentElement;
			const sameFrozen = column1.frozen && column2.frozen || column1.frozenToEnd && column2.frozenToEnd || !column1.frozen && !column1.frozenToEnd && !column2.frozen && !column2.frozenToEnd;
			return differentColumns && sameParent && sameFrozen;
		}
	}
	_isSwappableByPosition(targetColumn, clientX) {
		const targetCell = Array.from(this.$.header.querySelectorAll("tr:not([hidden]) [part~=\"cell\"]")).find((cell) => targetColumn.contains(cell._column));
		const sourceCellRect = this.$.header.querySelector("tr:not([hidden]) [reorder-status=dragging]").getBoundingClientRect();
		const targetRect = targetCell.getBoundingClientRect();
		if (targetRect.left > sourceCellRect.left) return clientX > targetRect.right - sourceCellRect.width;
		return clientX < targetRect.left + sourceCellRect.width;
	}
	_swapColumnOrders(column1, column2) {
		[column1._order, column2._order] = [column2._order, column1._order];
		const [firstColumn, secondColumn] = column1._order < column2._order ? [column1, column2] : [column2, column1];
		[...this.$.items.children, this.$.sizer].forEach((row) => {
			const cells = getBodyRowCells(row);
			const firstColumnCells = cells.filter((cell) => firstColumn.contains(cell._column));
			const secondColumnFirstCell = cells.find((cell) => secondColumn.contains(cell._column));
			firstColumnCells.forEach((cell) => secondColumnFirstCell.before(cell));
			if (row.__cells) row.__cells = row.__cells.toSorted((a, b) => a._column._order - b._column._order);
		});
		[...this.$.items.children, this.$.sizer].forEach((row) => {
			this._updateFirstAndLastColumnForRow(row);
		});
		this.__scheduleRenderHeaderFooter();
		this._debounceUpdateFrozenColumn();
	}
	_getTargetColumn(targetCell, draggedColumn) {
		if (targetCell && draggedColumn) {
			let candidate = targetCell._column;
			while (candidate.parentElement !== draggedColumn.parentElement && candidate !== this) candidate = candidate.parentElement;
			if (candidate.parentElement === draggedColumn.parentElement) return candidate;
			return targetCell._column;
		}
	}
};
var ColumnResizingMixin = (superClass) => class ColumnResizingMixin extends superClass {
	ready() {
		super.ready();
		const scroller = this.$.scroller;
		addListener(scroller, "track", this._onHeaderTrack.bind(this));
		scroller.addEventListener("touchstart", (e) => {
			if (e.touches.length > 1) scroller.removeAttribute("column-resizing");
		});
		scroller.addEventListener("touchmove", (e) => {
			if (e.touches.length > 1) {
				scroller.removeAttribute("column-resizing");
				return;
			}
			if (scroller.hasAttribute("column-resizing")) e.preventDefault();
		});
		scroller.addEventListener("contextmenu", (e) => e.target.part.contains("resize-handle") && e.preventDefault());
		scroller.addEventListener("mousedown", (e) => e.target.part.contains("resize-handle") && e.preventDefault());
	}
	_onHeaderTrack(e) {
		const handle = e.target;
		if (handle.part.contains("resize-handle")) {
			if (e.detail.state !== "start" && !this.$.scroller.hasAttribute("column-resizing")) return;
			let column = handle.parentElement._column;
			this.$.scroller.toggleAttribute("column-resizing", true);
			while (column.localName === "caas-vaadin-grid-column-group") column = column._childColumns.slice(0).sort((a, b) => a._order - b._order).filter((column) => !column.hidden).pop();
			const isRTL = this.__isRTL;
			const eventX = e.detail.x;
			const columnRowCells = Array.from(this.$.header.querySelectorAll("[part~=\"row\"]:last-child [part~=\"cell\"]"));
			const targetCell = columnRowCells.find((cell) => cell._column === column);
			if (targetCell.offsetWidth) {
				const style = getComputedStyle(targetCell._content);
				const minWidth = 10 + parseInt(style.paddingLeft) + parseInt(style.paddingRight) + parseInt(style.borderLeftWidth) + parseInt(style.borderRightWidth) + parseInt(style.marginLeft) + parseInt(style.marginRight);
				let maxWidth;
				const cellWidth = targetCell.offsetWidth;
				const cellRect = targetCell.getBoundingClientRect();
				if (targetCell.hasAttribute("frozen-to-end")) maxWidth = cellWidth + (isRTL ? eventX - cellRect.right : cellRect.left - eventX);
				else maxWidth = cellWidth + (isRTL ? cellRect.left - eventX : eventX - cellRect.right);
				column.width = `${Math.max(minWidth, maxWidth)}px`;
				column.flexGrow = 0;
			}
			columnRowCells.slice(0, columnRowCells.indexOf(targetCell)).forEach((cell) => {
				cell._column.width = `${cell.offsetWidth}px`;
				cell._column.flexGrow = 0;
			});
			this.__renderHeaderFooterDebouncer?.flush();
			const cellFrozenToEnd = this._frozenToEndCells[0];
			if (cellFrozenToEnd && this.$.table.scrollWidth > this.$.table.offsetWidth) {
				const frozenRect = cellFrozenToEnd.getBoundingClientRect();
				const offset = eventX - (isRTL ? frozenRect.right : frozenRect.left);
				if (isRTL && offset <= 0 || !isRTL && offset >= 0) this.$.table.scrollLeft += offset;
			}
			if (e.detail.state === "end") {
				this.$.scroller.toggleAttribute("column-resizing", false);
				this.dispatchEvent(new CustomEvent("column-resize", { detail: { resizedColumn: column } }));
			}
			this._resizeHandler();
		}
	}
};
var Cache = class Cache {
	context;
	items = [];
	pendingRequests = {};
	#subCacheByIndex = {};
	#pageSize;
	#size = 0;
	#flatSize = 0;
	constructor(context, pageSize, size, parentCache, parentCacheIndex) {
		this.context = context;
		this.pageSize = pageSize;
		this.size = size;
		this.parentCache = parentCache;
		this.parentCacheIndex = parentCacheIndex;
		this.#flatSize = size || 0;
	}
	get parentItem() {
		return this.parentCache && this.parentCache.items[this.parentCacheIndex];
	}
	get subCaches() {
		return Object.values(this.#subCacheByIndex);
	}
	get isLoading() {
		if (Object.keys(this.pendingRequests).length > 0) return true;
		return this.subCaches.some((subCache) => subCache.isLoading);
	}
	get flatSize() {
		return this.#flatSize;
	}
	get pageSize() {
		return this.#pageSize;
	}
	set pageSize(pageSize) {
		this.#pageSize = pageSize;
		this.pendingRequests = {};
		this.subCaches.forEach((subCache) => {
			subCache.pageSize = pageSize;
		});
	}
	get size() {
		return this.#size;
	}
	set size(size) {
		if (this.#size === size) return;
		this.#size = size;
		if (this.context.placeholder !== void 0) {
			this.items.length = size || 0;
			for (let i = 0; i < size || 0; i++) this.items[i] ||= this.context.placeholder;
		}
		if (this.items.length > size) this.items.length = size || 0;
		Object.keys(this.pendingRequests).forEach((page) => {
			if (parseInt(page) * this.pageSize >= this.size || 0) delete this.pendingRequests[page];
		});
	}
	recalculateFlatSize() {
		this.#flatSize = !this.parentItem || this.context.isExpanded(this.parentItem) ? this.size + this.subCaches.reduce((total, subCache) => {
			subCache.recalculateFlatSize();
			return total + subCache.flatSize;
		}, 0) : 0;
	}
	setPage(page, items) {
		const startIndex = page * this.pageSize;
		items.forEach((item, i) => {
			const itemIndex = startIndex + i;
			if (this.size === void 0 || itemIndex < this.size) this.items[itemIndex] = item;
		});
	}
	getSubCache(index) {
		return this.#subCacheByIndex[index];
	}
	removeSubCache(index) {
		delete this.#subCacheByIndex[index];
	}
	removeSubCaches() {
		this.#subCacheByIndex = {};
	}
	createSubCache(index) {
		const subCache = new Cache(this.context, this.pageSize, 0, this, index);
		this.#subCacheByIndex[index] = subCache;
		return subCache;
	}
	getFlatIndex(index) {
		const clampedIndex = Math.max(0, Math.min(this.size - 1, index));
		return this.subCaches.reduce((prev, subCache) => {
			const index = subCache.parentCacheIndex;
			return clampedIndex > index ? prev + subCache.flatSize : prev;
		}, clampedIndex);
	}
};
function getFlatIndexContext(cache, flatIndex, level = 0) {
	let levelIndex = flatIndex;
	for (const subCache of cache.subCaches) {
		const index = subCache.parentCacheIndex;
		if (levelIndex <= index) break;
		else if (levelIndex <= index + subCache.flatSize) return getFlatIndexContext(subCache, levelIndex - index - 1, level + 1);
		levelIndex -= subCache.flatSize;
	}
	return {
		cache,
		item: cache.items[levelIndex],
		index: levelIndex,
		page: Math.floor(levelIndex / cache.pageSize),
		level
	};
}
function getItemContext({ getItemId }, cache, targetItem, level = 0, levelFlatIndex = 0) {
	for (let index = 0; index < cache.items.length; index++) {
		const item = cache.items[index];
		if (!!item && getItemId(item) === getItemId(targetItem)) return {
			cache,
			level,
			item,
			index,
			page: Math.floor(index / cache.pageSize),
			subCache: cache.getSubCache(index),
			flatIndex: levelFlatIndex + cache.getFlatIndex(index)
		};
	}
	for (const subCache of cache.subCaches) {
		const parentItemFlatIndex = levelFlatIndex + cache.getFlatIndex(subCache.parentCacheIndex);
		const result = getItemContext({ getItemId }, subCache, targetItem, level + 1, parentItemFlatIndex + 1);
		if (result) return result;
	}
}
function getFlatIndexByPath(cache, [levelIndex, ...subIndexes], flatIndex = 0) {
	if (levelIndex === Infinity) levelIndex = cache.size - 1;
	const flatIndexOnLevel = cache.getFlatIndex(levelIndex);
	const subCache = cache.getSubCache(levelIndex);
	if (subCache?.flatSize > 0 && subIndexes.length) return getFlatIndexByPath(subCache, subIndexes, flatIndex + flatIndexOnLevel + 1);
	return flatIndex + flatIndexOnLevel;
}
var DataProviderController = class extends EventTarget {
	host;
	dataProvider;
	dataProviderParams;
	isExpanded;
	getItemId;
	rootCache;
	placeholder;
	isPlaceholder;
	constructor(host, { size, pageSize, isExpanded, getItemId, isPlaceholder, placeholder, dataProvider, dataProviderParams }) {
		super();
		this.host = host;
		this.getItemId = getItemId;
		this.isExpanded = isExpanded;
		this.placeholder = placeholder;
		this.isPlaceholder = isPlaceholder;
		this.dataProvider = dataProvider;
		this.dataProviderParams = dataProviderParams;
		this.rootCache = this.#createRootCache(pageSize, size);
	}
	get flatSize() {
		return this.rootCache.flatSize;
	}
	get pageSize() {
		return this.rootCache.pageSize;
	}
	get #cacheContext() {
		return {
			isExpanded: this.isExpanded,
			placeholder: this.placeholder
		};
	}
	isLoading() {
		return this.rootCache.isLoading;
	}
	setPageSize(pageSize) {
		this.rootCache.pageSize = pageSize;
	}
	setDataProvider(dataProvider) {
		this.dataProvider = dataProvider;
	}
	recalculateFlatSize() {
		this.rootCache.recalculateFlatSize();
	}
	clearCache() {
		this.rootCache = this.#createRootCache(this.rootCache.pageSize, this.rootCache.size);
	}
	getFlatIndexContext(flatIndex) {
		return getFlatIndexContext(this.rootCache, flatIndex);
	}
	getItemContext(item) {
		return getItemContext({ getItemId: this.getItemId }, this.rootCache, item);
	}
	getFlatIndexByPath(path) {
		return getFlatIndexByPath(this.rootCache, path);
	}
	ensureFlatIndexLoaded(flatIndex) {
		const { cache, page, item } = this.getFlatIndexContext(flatIndex);
		if (!this.#isItemLoaded(item)) this.#loadCachePage(cache, page);
	}
	ensureFlatIndexHierarchy(flatIndex) {
		const { cache, item, index } = this.getFlatIndexContext(flatIndex);
		if (this.#isItemLoaded(item) && this.isExpanded(item) && !cache.getSubCache(index)) {
			const subCache = cache.createSubCache(index);
			this.#loadCachePage(subCache, 0);
		}
	}
	loadFirstPage() {
		this.#loadCachePage(this.rootCache, 0);
	}
	_shouldLoadCachePage(_cache, _page) {
		return true;
	}
	#createRootCache(pageSize, size) {
		return new Cache(this.#cacheContext, pageSize, size);
	}
	#loadCachePage(cache, page) {
		if (!this.dataProvider || cache.pendingRequests[page] || !this._shouldLoadCachePage(cache, page)) return;
		let params = {
			page,
			pageSize: cache.pageSize,
			parentItem: cache.parentItem
		};
		if (this.dataProviderParams) params = {
			...params,
			...this.dataProviderParams()
		};
		const callback = (items, size) => {
			if (cache.pendingRequests[page] !== callback) return;
			if (size !== void 0) cache.size = size;
			else if (params.parentItem) cache.size = items.length;
			cache.setPage(page, items);
			this.recalculateFlatSize();
			this.dispatchEvent(new CustomEvent("page-received"));
			delete cache.pendingRequests[page];
			this.dispatchEvent(new CustomEvent("page-loaded"));
		};
		cache.pendingRequests[page] = callback;
		this.dispatchEvent(new CustomEvent("page-requested"));
		this.dataProvider(params, callback);
	}
	#isItemLoaded(item) {
		if (this.isPlaceholder) return !this.isPlaceholder(item);
		else if (this.placeholder) return item !== this.placeholder;
		return !!item;
	}
};
var DataProviderMixin = (superClass) => class DataProviderMixin extends superClass {
	static get properties() {
		return {
			size: {
				type: Number,
				notify: true,
				sync: true
			},
			_flatSize: {
				type: Number,
				sync: true
			},
			pageSize: {
				type: Number,
				value: 50,
				observer: "_pageSizeChanged",
				sync: true
			},
			dataProvider: {
				type: Object,
				notify: true,
				observer: "_dataProviderChanged",
				sync: true
			},
			loading: {
				type: Boolean,
				notify: true,
				readOnly: true,
				reflectToAttribute: true
			},
			_hasData: {
				type: Boolean,
				value: false,
				sync: true
			},
			itemHasChildrenPath: {
				type: String,
				value: "children",
				observer: "__itemHasChildrenPathChanged",
				sync: true
			},
			itemIdPath: {
				type: String,
				value: null,
				sync: true
			},
			expandedItems: {
				type: Object,
				notify: true,
				value: () => [],
				sync: true
			},
			__expandedKeys: {
				type: Object,
				computed: "__computeExpandedKeys(itemIdPath, expandedItems)"
			}
		};
	}
	static get observers() {
		return ["_sizeChanged(size)", "_expandedItemsChanged(expandedItems)"];
	}
	constructor() {
		super();
		this._dataProviderController = new DataProviderController(this, {
			size: this.size || 0,
			pageSize: this.pageSize,
			getItemId: this.getItemId.bind(this),
			isExpanded: this._isExpanded.bind(this),
			dataProvider: this.dataProvider ? this.dataProvider.bind(this) : null,
			dataProviderParams: () => {
				return {
					sortOrders: this._mapSorters(),
					filters: this._mapFilters()
				};
			}
		});
		this._dataProviderController.addEventListener("page-requested", this._onDataProviderPageRequested.bind(this));
		this._dataProviderController.addEventListener("page-received", this._onDataProviderPageReceived.bind(this));
		this._dataProviderController.addEventListener("page-loaded", this._onDataProviderPageLoaded.bind(this));
	}
	_sizeChanged(size) {
		this._dataProviderController.rootCache.size = size;
		this._dataProviderController.recalculateFlatSize();
		this._flatSize = this._dataProviderController.flatSize;
	}
	__itemHasChildrenPathChanged(value, oldValue) {
		if (!oldValue && value === "children") return;
		this.requestContentUpdate();
	}
	__getRowLevel(row) {
		const { level } = this._dataProviderController.getFlatIndexContext(row.index);
		return level;
	}
	__getRowItem(row) {
		const { item } = this._dataProviderController.getFlatIndexContext(row.index);
		return item;
	}
	__ensureRowItem(row) {
		this._dataProviderController.ensureFlatIndexLoaded(row.index);
	}
	__ensureRowHierarchy(row) {
		this._dataProviderController.ensureFlatIndexHierarchy(row.index);
	}
	getItemId(item) {
		return this.itemIdPath ? get$1(this.itemIdPath, item) : item;
	}
	_isExpanded(item) {
		return this.__expandedKeys?.has(this.getItemId(item));
	}
	_hasChildren(item) {
		return this.itemHasChildrenPath && item && !!get$1(this.itemHasChildrenPath, item);
	}
	_expandedItemsChanged() {
		this._dataProviderController.recalculateFlatSize();
		this._flatSize = this._dataProviderController.flatSize;
		this.__updateVisibleRows();
	}
	__computeExpandedKeys(_itemIdPath, expandedItems) {
		const expanded = expandedItems || [];
		const expandedKeys = new Set();
		expanded.forEach((item) => {
			expandedKeys.add(this.getItemId(item));
		});
		return expandedKeys;
	}
	expandItem(item) {
		if (!this._isExpanded(item)) this.expandedItems = [...this.expandedItems, item];
	}
	collapseItem(item) {
		if (this._isExpanded(item)) this.expandedItems = this.expandedItems.filter((i) => !this._itemsEqual(i, item));
	}
	_onDataProviderPageRequested() {
		this._setLoading(true);
	}
	_onDataProviderPageReceived() {
		if (this._flatSize !== this._dataProviderController.flatSize) {
			this._shouldLoadAllRenderedRowsAfterPageLoad = true;
			this._flatSize = this._dataProviderController.flatSize;
		}
		this._getRenderedRows().forEach((row) => this.__ensureRowHierarchy(row));
		this._hasData = true;
	}
	_onDataProviderPageLoaded() {
		this._debouncerApplyCachedData = Debouncer.debounce(this._debouncerApplyCachedData, timeOut.after(0), () => {
			this._setLoading(false);
			const shouldLoadAllRenderedRowsAfterPageLoad = this._shouldLoadAllRenderedRowsAfterPageLoad;
			this._shouldLoadAllRenderedRowsAfterPageLoad = false;
			this._getRenderedRows().forEach((row) => {
				this.__updateRow(row);
				if (shouldLoadAllRenderedRowsAfterPageLoad) this.__ensureRowItem(row);
			});
			this.__scrollToPendingIndexes();
			this.__dispatchPendingBodyCellFocus();
		});
		if (!this._dataProviderController.isLoading()) this._debouncerApplyCachedData.flush();
	}
	__debounceClearCache() {
		this.__clearCacheDebouncer = Debouncer.debounce(this.__clearCacheDebouncer, microTask, () => this.clearCache());
	}
	clearCache() {
		this._dataProviderController.clearCache();
		this._dataProviderController.rootCache.size = this.size || 0;
		this._dataProviderController.recalculateFlatSize();
		this._hasData = false;
		this.__updateVisibleRows();
		if (!this.__virtualizer || !this.__virtualizer.size) this._dataProviderController.loadFirstPage();
	}
	_pageSizeChanged(pageSize, oldPageSize) {
		this._dataProviderController.setPageSize(pageSize);
		if (oldPageSize !== void 0 && pageSize !== oldPageSize) this.clearCache();
	}
	_checkSize() {
		if (this.size === void 0 && this._flatSize === 0) console.warn("The <caas-vaadin-grid> needs the total number of items in order to display rows, which you can specify either by setting the `size` property, or by providing it to the second argument of the `dataProvider` function `callback` call.");
	}
	_dataProviderChanged(dataProvider, oldDataProvider) {
		this._dataProviderController.setDataProvider(dataProvider ? dataProvider.bind(this) : null);
		if (oldDataProvider !== void 0) this.clearCache();
		this._ensureFirstPageLoaded();
		this._debouncerCheckSize = Debouncer.debounce(this._debouncerCheckSize, timeOut.after(2e3), this._checkSize.bind(this));
	}
	_ensureFirstPageLoaded() {
		if (!this._hasData) this._dataProviderController.loadFirstPage();
	}
	_itemsEqual(item1, item2) {
		return this.getItemId(item1) === this.getItemId(item2);
	}
	scrollToIndex(...indexes) {
		if (!this.__virtualizer || !this.clientHeight || !this._columnTree) {
			this.__pendingScrollToIndexes = indexes;
			return;
		}
		let targetIndex;
		while (targetIndex !== (targetIndex = this._dataProviderController.getFlatIndexByPath(indexes))) this._scrollToFlatIndex(targetIndex);
		if (this._dataProviderController.isLoading()) this.__pendingScrollToIndexes = indexes;
	}
	__scrollToPendingIndexes() {
		if (this.__pendingScrollToIndexes) {
			const indexes = this.__pendingScrollToIndexes;
			delete this.__pendingScrollToIndexes;
			this.scrollToIndex(...indexes);
		}
	}
};
var DropMode = {
	BETWEEN: "between",
	ON_TOP: "on-top",
	ON_TOP_OR_BETWEEN: "on-top-or-between",
	ON_GRID: "on-grid"
};
var DropLocation = {
	ON_TOP: "on-top",
	ABOVE: "above",
	BELOW: "below",
	EMPTY: "empty"
};
var DragAndDropMixin = (superClass) => class DragAndDropMixin extends superClass {
	static get properties() {
		return {
			dropMode: {
				type: String,
				sync: true
			},
			rowsDraggable: {
				type: Boolean,
				sync: true
			},
			dragFilter: {
				type: Function,
				sync: true
			},
			dropFilter: {
				type: Function,
				sync: true
			},
			__dndAutoScrollThreshold: { value: 50 },
			__draggedItems: { value: () => [] }
		};
	}
	static get observers() {
		return ["_dragDropAccessChanged(rowsDraggable, dropMode, dragFilter, dropFilter, loading)"];
	}
	constructor() {
		super();
		this.__onDocumentDragStart = this.__onDocumentDragStart.bind(this);
	}
	ready() {
		super.ready();
		this.$.table.addEventListener("dragstart", this._onDragStart.bind(this));
		this.$.table.addEventListener("dragend", this._onDragEnd.bind(this));
		this.$.table.addEventListener("dragover", this._onDragOver.bind(this));
		this.$.table.addEventListener("dragleave", this._onDragLeave.bind(this));
		this.$.table.addEventListener("drop", this._onDrop.bind(this));
		this.$.table.addEventListener("dragenter", (e) => {
			if (this.dropMode) {
				e.preventDefault();
				e.stopPropagation();
			}
		});
	}
	connectedCallback() {
		super.connectedCallback();
		document.addEventListener("dragstart", this.__onDocumentDragStart, { capture: true });
	}
	disconnectedCallback() {
		super.disconnectedCallback();
		document.removeEventListener("dragstart", this.__onDocumentDragStart, { capture: true });
	}
	_onDragStart(e) {
		if (this.rowsDraggable) {
			let row = e.target;
			if (row.localName === "caas-vaadin-grid-cell-content") row = row.assignedSlot.parentNode.parentNode;
			if (row.parentNode !== this.$.items) return;
			e.stopPropagation();
			this.toggleAttribute("dragging-rows", true);
			if (this._safari) {
				const transform = row.style.transform;
				row.style.top = /translateY\((.*)\)/u.exec(transform)[1];
				row.style.transform = "none";
				requestAnimationFrame(() => {
					row.style.top = "";
					row.style.transform = transform;
				});
			}
			const rowRect = row.getBoundingClientRect();
			e.dataTransfer.setDragImage(row, e.clientX - rowRect.left, e.clientY - rowRect.top);
			let rows = [row];
			if (this._isSelected(row._item)) rows = this.__getViewportRows().filter((row) => this._isSelected(row._item)).filter((row) => !this.dragFilter || this.dragFilter(this.__getRowModel(row)));
			this.__draggedItems = rows.map((row) => row._item);
			e.dataTransfer.setData("text", this.__formatDefaultTransferData(rows));
			updateBooleanRowStates(row, { dragstart: rows.length > 1 ? `${rows.length}` : "" });
			this.style.setProperty("--_grid-drag-start-x", `${e.clientX - rowRect.left + 20}px`);
			this.style.setProperty("--_grid-drag-start-y", `${e.clientY - rowRect.top + 10}px`);
			requestAnimationFrame(() => {
				updateBooleanRowStates(row, { dragstart: false });
				this.style.setProperty("--_grid-drag-start-x", "");
				this.style.setProperty("--_grid-drag-start-y", "");
				this.requestContentUpdate();
			});
			const event = new CustomEvent("grid-dragstart", { detail: {
				draggedItems: [...this.__draggedItems],
				setDragData: (type, data) => e.dataTransfer.setData(type, data),
				setDraggedItemsCount: (count) => row.setAttribute("dragstart", count)
			} });
			event.originalEvent = e;
			this.dispatchEvent(event);
		}
	}
	_onDragEnd(e) {
		this.toggleAttribute("dragging-rows", false);
		e.stopPropagation();
		const event = new CustomEvent("grid-dragend");
		event.originalEvent = e;
		this.dispatchEvent(event);
		this.__draggedItems = [];
		this.requestContentUpdate();
	}
	_onDragLeave(e) {
		if (!this.dropMode) return;
		e.stopPropagation();
		this._clearDragStyles();
	}
	_onDragOver(e) {
		if (this.dropMode) {
			this._dropLocation = void 0;
			this._dragOverItem = void 0;
			if (this.__dndAutoScroll(e.clientY)) {
				this._clearDragStyles();
				return;
			}
			let row = e.composedPath().find((node) => node.localName === "tr");
			this.__updateRowScrollPositionProperty(row);
			if (!this._flatSize || this.dropMode === DropMode.ON_GRID) this._dropLocation = DropLocation.EMPTY;
			else if (!row || row.parentNode !== this.$.items) {
				if (row) return;
				else if (this.dropMode === DropMode.BETWEEN || this.dropMode === DropMode.ON_TOP_OR_BETWEEN) {
					row = Array.from(this.$.items.children).filter((row) => !row.hidden).pop();
					this._dropLocation = DropLocation.BELOW;
				} else return;
			} else {
				const rowRect = row.getBoundingClientRect();
				this._dropLocation = DropLocation.ON_TOP;
				if (this.dropMode === DropMode.BETWEEN) {
					const dropAbove = e.clientY - rowRect.top < rowRect.bottom - e.clientY;
					this._dropLocation = dropAbove ? DropLocation.ABOVE : DropLocation.BELOW;
				} else if (this.dropMode === DropMode.ON_TOP_OR_BETWEEN) {
					if (e.clientY - rowRect.top < rowRect.height / 3) this._dropLocation = DropLocation.ABOVE;
					else if (e.clientY - rowRect.top > rowRect.height / 3 * 2) this._dropLocation = DropLocation.BELOW;
				}
			}
			if (row?.hasAttribute("drop-disabled")) {
				this._dropLocation = void 0;
				return;
			}
			e.stopPropagation();
			e.preventDefault();
			if (this._dropLocation === DropLocation.EMPTY) this.toggleAttribute("dragover", true);
			else if (row) {
				this._dragOverItem = row._item;
				if (row.getAttribute("dragover") !== this._dropLocation) updateStringRowStates(row, { dragover: this._dropLocation });
			} else this._clearDragStyles();
		}
	}
	__onDocumentDragStart(e) {
		if (e.target.contains(this)) {
			const elements = [
				e.target,
				this.$.items,
				this.$.scroller
			];
			const originalInlineStyles = elements.map((element) => element.style.cssText);
			if (this.$.table.scrollHeight > 2e4) this.$.scroller.style.display = "none";
			if (isChrome) e.target.style.willChange = "transform";
			if (isSafari) this.$.items.style.flexShrink = 1;
			requestAnimationFrame(() => {
				elements.forEach((element, index) => {
					element.style.cssText = originalInlineStyles[index];
				});
			});
		}
	}
	__dndAutoScroll(clientY) {
		if (this.__dndAutoScrolling) return true;
		const headerBottom = this.$.header.getBoundingClientRect().bottom;
		const footerTop = this.$.footer.getBoundingClientRect().top;
		const topDiff = headerBottom - clientY + this.__dndAutoScrollThreshold;
		const bottomDiff = clientY - footerTop + this.__dndAutoScrollThreshold;
		let scrollTopDelta = 0;
		if (bottomDiff > 0) scrollTopDelta = bottomDiff * 2;
		else if (topDiff > 0) scrollTopDelta = -topDiff * 2;
		if (scrollTopDelta) {
			const scrollTop = this.$.table.scrollTop;
			this.$.table.scrollTop += scrollTopDelta;
			if (scrollTop !== this.$.table.scrollTop) {
				this.__dndAutoScrolling = true;
				setTimeout(() => {
					this.__dndAutoScrolling = false;
				}, 20);
				return true;
			}
		}
	}
	__getViewportRows() {
		const headerBottom = this.$.header.getBoundingClientRect().bottom;
		const footerTop = this.$.footer.getBoundingClientRect().top;
		return Array.from(this.$.items.children).filter((row) => {
			const rowRect = row.getBoundingClientRect();
			return rowRect.bottom > headerBottom && rowRect.top < footerTop;
		});
	}
	_clearDragStyles() {
		this.removeAttribute("dragover");
		iterateChildren(this.$.items, (row) => {
			updateStringRowStates(row, { dragover: null });
		});
	}
	__updateDragSourceParts(row, model) {
		updateBooleanRowStates(row, { "drag-source": this.__draggedItems.includes(model.item) });
	}
	_onDrop(e) {
		if (this.dropMode && this._dropLocation) {
			e.stopPropagation();
			e.preventDefault();
			const dragData = e.dataTransfer.types && Array.from(e.dataTransfer.types).map((type) => {
				return {
					type,
					data: e.dataTransfer.getData(type)
				};
			});
			this._clearDragStyles();
			const event = new CustomEvent("grid-drop", {
				bubbles: e.bubbles,
				cancelable: e.cancelable,
				detail: {
					dropTargetItem: this._dragOverItem,
					dropLocation: this._dropLocation,
					dragData
				}
			});
			event.originalEvent = e;
			this.dispatchEvent(event);
		}
	}
	__formatDefaultTransferData(rows) {
		return rows.map((row) => {
			return getBodyRowCells(row).filter((cell) => !cell.hidden).map((cell) => cell._content.textContent.trim()).filter((content) => content).join("	");
		}).join("\n");
	}
	_dragDropAccessChanged() {
		this.filterDragAndDrop();
	}
	filterDragAndDrop() {
		iterateChildren(this.$.items, (row) => {
			if (!row.hidden) this._filterDragAndDrop(row, this.__getRowModel(row));
		});
	}
	_filterDragAndDrop(row, model) {
		const loading = this.loading || row.hasAttribute("loading");
		const dragDisabled = !this.rowsDraggable || loading || this.dragFilter && !this.dragFilter(model);
		const dropDisabled = !this.dropMode || loading || this.dropFilter && !this.dropFilter(model);
		const draggableAttribute = isChrome ? "draggable-source" : "draggable";
		iterateRowCells(row, (cell) => {
			setOrRemoveAttribute(cell._content, draggableAttribute, !dragDisabled);
		});
		updateBooleanRowStates(row, {
			"drag-disabled": !!dragDisabled,
			"drop-disabled": !!dropDisabled
		});
	}
};
function arrayEquals(arr1, arr2) {
	if (!arr1 || !arr2 || arr1.length !== arr2.length) return false;
	for (let i = 0, l = arr1.length; i < l; i++) if (arr1[i] instanceof Array && arr2[i] instanceof Array) {
		if (!arrayEquals(arr1[i], arr2[i])) return false;
	} else if (arr1[i] !== arr2[i]) return false;
	return true;
}
var DynamicColumnsMixin = (superClass) => class DynamicColumnsMixin extends superClass {
	static get properties() {
		return { _columnTree: {
			type: Object,
			sync: true
		} };
	}
	ready() {
		super.ready();
		this._addNodeObserver();
	}
	_hasColumnGroups(columns) {
		return columns.some((column) => column.localName === "caas-vaadin-grid-column-group");
	}
	_getChildColumns(el) {
		return ColumnObserver.getColumns(el);
	}
	_flattenColumnGroups(columns) {
		return columns.map((col) => {
			if (col.localName === "caas-vaadin-grid-column-group") return this._getChildColumns(col);
			return [col];
		}).reduce((prev, curr) => {
			return prev.concat(curr);
		}, []);
	}
	_getColumnTree() {
		const rootColumns = ColumnObserver.getColumns(this);
		const columnTree = [rootColumns];
		let c = rootColumns;
		while (this._hasColumnGroups(c)) {
			c = this._flattenColumnGroups(c);
			columnTree.push(c);
		}
		return columnTree;
	}
	_debounceUpdateColumnTree() {
		this.__updateColumnTreeDebouncer = Debouncer.debounce(this.__updateColumnTreeDebouncer, microTask, () => this._updateColumnTree());
	}
	_updateColumnTree() {
		const columnTree = this._getColumnTree();
		if (!arrayEquals(columnTree, this._columnTree)) this._columnTree = columnTree;
	}
	_addNodeObserver() {
		this._observer = new ColumnObserver(this, (_addedColumns, removedColumns) => {
			const allRemovedCells = removedColumns.flatMap((c) => c._allCells);
			const filterNotConnected = (element) => allRemovedCells.filter((cell) => cell?._content.contains(element)).length;
			this.__removeSorters(this._sorters.filter(filterNotConnected));
			this.__removeFilters(this._filters.filter(filterNotConnected));
			this._debounceUpdateColumnTree();
			this._debouncerCheckImports = Debouncer.debounce(this._debouncerCheckImports, timeOut.after(2e3), this._checkImports.bind(this));
			this._ensureFirstPageLoaded();
		});
	}
	_checkImports() {
		[
			"caas-vaadin-grid-column-group",
			"caas-vaadin-grid-filter",
			"caas-vaadin-grid-filter-column",
			"caas-vaadin-grid-tree-toggle",
			"caas-vaadin-grid-selection-column",
			"caas-vaadin-grid-sort-column",
			"caas-vaadin-grid-sorter"
		].forEach((elementName) => {
			if (this.querySelector(elementName) && !customElements.get(elementName)) console.warn(`Make sure you have imported the required module for <${elementName}> element.`);
		});
	}
	_updateFirstAndLastColumnForRow(row) {
		getBodyRowCells(row).forEach((cell, cellIndex, cells) => {
			updateCellState(cell, "first-column", cellIndex === 0);
			updateCellState(cell, "last-column", cellIndex === cells.length - 1);
		});
	}
	_isColumnElement(node) {
		return node.nodeType === Node.ELEMENT_NODE && /\bcolumn\b/u.test(node.localName);
	}
};
var EventContextMixin = (superClass) => class EventContextMixin extends superClass {
	getEventContext(event) {
		const context = {};
		const { cell } = this._getGridEventLocation(event);
		if (!cell) return context;
		context.section = [
			"body",
			"header",
			"footer",
			"details"
		].find((section) => cell.part.contains(`${section}-cell`));
		if (cell._column) context.column = cell._column;
		if (context.section === "body" || context.section === "details") Object.assign(context, this.__getRowModel(cell.__parentRow));
		return context;
	}
};
var FilterMixin = (superClass) => class FilterMixin extends superClass {
	static get properties() {
		return { _filters: {
			type: Array,
			value: () => []
		} };
	}
	constructor() {
		super();
		this._filterChanged = this._filterChanged.bind(this);
		this.addEventListener("filter-changed", this._filterChanged);
	}
	_filterChanged(e) {
		e.stopPropagation();
		this.__addFilter(e.target);
		this.__applyFilters();
	}
	__removeFilters(filtersToRemove) {
		if (filtersToRemove.length === 0) return;
		this._filters = this._filters.filter((filter) => filtersToRemove.indexOf(filter) < 0);
		this.__applyFilters();
	}
	__addFilter(filter) {
		if (this._filters.indexOf(filter) === -1) this._filters.push(filter);
	}
	__applyFilters() {
		if (this.dataProvider && this.isAttached) this.clearCache();
	}
	_mapFilters() {
		return this._filters.map((filter) => {
			return {
				path: filter.path,
				value: filter.value
			};
		});
	}
};
var PartMapDirective = class extends Directive {
	#previousParts;
	#staticParts;
	constructor(partInfo) {
		super(partInfo);
		if (partInfo.type !== PartType.ATTRIBUTE || partInfo.name !== "part" || partInfo.strings?.length > 2) throw new Error("`partMap()` can only be used in the `part` attribute and must be the only binding in it.");
	}
	render(partNameInfo) {
		return ` ${Object.keys(partNameInfo).filter((key) => partNameInfo[key]).join(" ")} `;
	}
	update(part, [partNameInfo]) {
		if (this.#previousParts === void 0) {
			this.#previousParts = new Set();
			if (part.strings !== void 0) this.#staticParts = new Set(part.strings.join(" ").split(/\s/u).filter((s) => s !== ""));
			Object.keys(partNameInfo).forEach((name) => {
				if (partNameInfo[name] && !this.#staticParts?.has(name)) this.#previousParts.add(name);
			});
			return this.render(partNameInfo);
		}
		const partList = part.element.part;
		this.#previousParts.forEach((name) => {
			if (!(name in partNameInfo)) {
				partList.remove(name);
				this.#previousParts.delete(name);
			}
		});
		Object.keys(partNameInfo).forEach((name) => {
			const value = !!partNameInfo[name];
			if (value !== this.#previousParts.has(name) && !this.#staticParts?.has(name)) {
				if (value) {
					partList.add(name);
					this.#previousParts.add(name);
				} else {
					partList.remove(name);
					this.#previousParts.delete(name);
				}
			}
		});
		return noChange;
	}
};
var partMap = directive(PartMapDirective);
var CellContentDirective = class extends AsyncDirective {
	#cell;
	update(part, [grid, slotName, { textAlign } = {}]) {
		this.#cell = part.parentNode;
		this.#cell._content ??= document.createElement("caas-vaadin-grid-cell-content");
		this.#cell._content.slot = slotName;
		this.#cell._content.style.textAlign = textAlign ?? "";
		if (!grid.contains(this.#cell._content)) grid.appendChild(this.#cell._content);
		return html`<slot name="${slotName}"></slot>`;
	}
	disconnected() {
		this.#cell._content?.remove();
	}
};
var cellContent = directive$1(CellContentDirective);
var columnSize = directive(class extends Directive {
	render() {}
	update({ element }, [{ width, flexGrow }]) {
		element.style.width = width;
		element.style.flexGrow = flexGrow;
	}
});
function isContentCell(column, level, columnTree) {
	return level === columnTree.length - 1 || column.localName === "caas-vaadin-grid-column-group";
}
function isHeaderRowVisible(columns, level, columnTree) {
	return columns.some((column) => {
		if (column.hidden || !isContentCell(column, level, columnTree)) return false;
		if (column.headerRenderer) return true;
		if (column.header === null) return false;
		return column.path || column.header !== void 0;
	});
}
function isFooterRowVisible(columns, level, columnTree) {
	return columns.some((column) => {
		if (column.hidden || !isContentCell(column, level, columnTree)) return false;
		return column.footerRenderer;
	});
}
function getCustomParts(partName) {
	return Object.fromEntries((partName ?? "").split(" ").filter((name) => name !== "").map((name) => [name, true]));
}
var HeaderFooterRenderingMixin = (superClass) => class HeaderFooterRenderingMixin extends superClass {
	__scheduleRenderHeaderFooter() {
		this.__renderHeaderFooterDebouncer = Debouncer.debounce(this.__renderHeaderFooterDebouncer, microTask, () => {
			this.__renderHeaderFooter();
		});
	}
	__renderHeaderFooter() {
		this.__renderHeaderFooterDebouncer?.cancel();
		const sortedColumnTree = (this._columnTree ?? []).map((columns) => {
			return columns.toSorted((a, b) => a._order - b._order);
		});
		sortedColumnTree.flat().forEach((column) => {
			column._emptyCells = [];
		});
		this.#renderHeader(sortedColumnTree);
		this.#renderFooter(sortedColumnTree);
		this._resetKeyboardNavigation();
		this.__a11yUpdateGridSize(this._flatSize, this._columnTree, this.__emptyState);
	}
	#renderHeader(columnTree) {
		const rows = this.#getRows(columnTree, "header");
		render(rows.map(this.#renderHeaderRow), this.$.header, { host: this });
		this.$.table.toggleAttribute("has-header", !!this.$.header.querySelector("tr:not([hidden])"));
		this.$.header.querySelectorAll(".header-cell").forEach((cell) => {
			const column = cell._column;
			if (cell.parentElement === this.$.header.lastElementChild || column.localName === "caas-vaadin-grid-column-group") column._headerCell = cell;
			else column._emptyCells.push(cell);
		});
	}
	#renderHeaderRow = ({ level, cells, isLastRow, isFirstRow, isRowVisible }) => {
		const rowParts = {
			"first-header-row": isFirstRow,
			"last-header-row": isLastRow
		};
		return html`
        <tr
          role="row"
          part="row header-row${partMap(rowParts)}"
          class="row header-row${classMap(rowParts)}"
          tabindex="-1"
          ?hidden=${!isRowVisible}
        >
          ${repeat(cells, ({ column }) => column._id, ({ column, isFirstCell, isLastCell, isContentCell }) => {
			if (column.hidden) return cache(nothing);
			const cellParts = {
				"first-header-row-cell": isFirstRow,
				"last-header-row-cell": isLastRow,
				"first-column-cell": isFirstCell,
				"last-column-cell": isLastCell
			};
			const customCellParts = isContentCell ? getCustomParts(column.headerPartName) : {};
			return cache(html`
                <th
                  role="columnheader"
                  part="cell header-cell${partMap({
				...cellParts,
				...customCellParts
			})}"
                  class="cell header-cell${classMap(cellParts)}"
                  ${columnSize(column)}
                  ?first-column="${isFirstCell}"
                  ?last-column="${isLastCell}"
                  @keydown="${this.__onCellKeyDown}"
                  @mousedown=${this.__onCellMouseDown}
                  @mouseenter=${this.__onCellMouseEnter}
                  @mouseleave=${this.__onCellMouseLeave}
                  colspan="${ifDefined(column._colSpan)}"
                  aria-colspan="${ifDefined(column._colSpan)}"
                  tabindex="-1"
                  ._column=${column}
                >
                  ${cellContent(this, `caas-vaadin-grid-header-cell-content-${level}-${column._id}`, { textAlign: column.textAlign })}
                  ${column.resizable ? html`<div part="resize-handle" class="resize-handle"></div>` : nothing}
                </th>
              `);
		})}
        </tr>
      `;
	};
	#renderFooter(columnTree) {
		const rows = this.#getRows(columnTree, "footer");
		render(rows.map(this.#renderFooterRow), this.$.footer, { host: this });
		this.$.table.toggleAttribute("has-footer", !!this.$.footer.querySelector("tr:not([hidden])"));
		this.$.footer.querySelectorAll(".footer-cell").forEach((cell) => {
			const column = cell._column;
			if (cell.parentElement === this.$.footer.firstElementChild || column.localName === "caas-vaadin-grid-column-group") column._footerCell = cell;
			else column._emptyCells.push(cell);
		});
	}
	#renderFooterRow = ({ level, cells, isLastRow, isFirstRow, isRowVisible }) => {
		const rowParts = {
			"first-footer-row": isFirstRow,
			"last-footer-row": isLastRow
		};
		return html`
        <tr
          role="row"
          part="row footer-row${partMap(rowParts)}"
          class="row footer-row${classMap(rowParts)}"
          tabindex="-1"
          ?hidden=${!isRowVisible}
        >
          ${repeat(cells, ({ column }) => column._id, ({ column, isFirstCell, isLastCell, isContentCell }) => {
			if (column.hidden) return cache(nothing);
			const cellParts = {
				"first-footer-row-cell": isFirstRow,
				"last-footer-row-cell": isLastRow,
				"first-column-cell": isFirstCell,
				"last-column-cell": isLastCell
			};
			const customCellParts = isContentCell ? getCustomParts(column.footerPartName) : {};
			return cache(html`
                <td
                  role="gridcell"
                  part="cell footer-cell${partMap({
				...cellParts,
				...customCellParts
			})}"
                  class="cell footer-cell${classMap(cellParts)}"
                  ${columnSize(column)}
                  ?first-column="${isFirstCell}"
                  ?last-column="${isLastCell}"
                  @keydown="${this.__onCellKeyDown}"
                  @mousedown=${this.__onCellMouseDown}
                  @mouseenter=${this.__onCellMouseEnter}
                  @mouseleave=${this.__onCellMouseLeave}
                  colspan="${ifDefined(column._colSpan)}"
                  aria-colspan="${ifDefined(column._colSpan)}"
                  tabindex="-1"
                  ._column=${column}
                >
                  ${cellContent(this, `caas-vaadin-grid-footer-cell-content-${level}-${column._id}`, { textAlign: column.textAlign })}
                </td>
              `);
		})}
        </tr>
      `;
	};
	#getRows(columnTree, section) {
		let rows = columnTree.map((columns, level) => {
			const visibleColumns = columns.filter((column) => !column.hidden);
			return {
				level,
				cells: columns.map((column) => {
					return {
						column,
						isFirstCell: column === visibleColumns.at(0),
						isLastCell: column === visibleColumns.at(-1),
						isContentCell: isContentCell(column, level, columnTree)
					};
				}),
				isRowVisible: section === "header" ? isHeaderRowVisible(columns, level, columnTree) : isFooterRowVisible(columns, level, columnTree)
			};
		});
		if (section === "footer") rows = rows.toReversed();
		const visibleRows = rows.filter((row) => row.isRowVisible);
		return rows.map((row) => {
			return {
				...row,
				isFirstRow: row === visibleRows.at(0),
				isLastRow: row === visibleRows.at(-1)
			};
		});
	}
};
function isRow(element) {
	return element instanceof HTMLTableRowElement;
}
function isCell(element) {
	return element instanceof HTMLTableCellElement;
}
function isDetailsCell(element) {
	return element.matches("[part~=\"details-cell\"]");
}
var KeyboardNavigationMixin = (superClass) => class KeyboardNavigationMixin extends superClass {
	static get properties() {
		return {
			_headerFocusable: {
				type: Object,
				observer: "_focusableChanged",
				sync: true
			},
			_itemsFocusable: {
				type: Object,
				observer: "_focusableChanged",
				sync: true
			},
			_footerFocusable: {
				type: Object,
				observer: "_focusableChanged",
				sync: true
			},
			_navigatingIsHidden: Boolean,
			_focusedItemIndex: {
				type: Number,
				value: 0
			},
			_focusedColumnOrder: Number,
			_focusedCell: {
				type: Object,
				observer: "_focusedCellChanged",
				sync: true
			},
			interacting: {
				type: Boolean,
				value: false,
				reflectToAttribute: true,
				readOnly: true,
				observer: "_interactingChanged"
			}
		};
	}
	get __rowFocusMode() {
		return [
			this._headerFocusable,
			this._itemsFocusable,
			this._footerFocusable
		].some(isRow);
	}
	set __rowFocusMode(value) {
		[
			"_itemsFocusable",
			"_footerFocusable",
			"_headerFocusable"
		].forEach((prop) => {
			const focusable = this[prop];
			if (value) {
				const parent = focusable?.parentElement;
				if (isCell(focusable)) this[prop] = parent;
				else if (isCell(parent)) this[prop] = parent.parentElement;
			} else if (!value && isRow(focusable)) {
				const cell = focusable.firstElementChild;
				this[prop] = cell._focusButton || cell;
			}
		});
	}
	get _visibleItemsCount() {
		return this._lastVisibleIndex - this._firstVisibleIndex - 1;
	}
	ready() {
		super.ready();
		if (this._ios || this._android) return;
		this.addEventListener("keydown", this._onKeyDown);
		this.addEventListener("keyup", this._onKeyUp);
		this.addEventListener("focusin", this._onFocusIn);
		this.addEventListener("focusout", this._onFocusOut);
		this.$.table.addEventListener("focusin", this._onContentFocusIn.bind(this));
		this.addEventListener("mousedown", () => {
			this.toggleAttribute("navigating", false);
			this._isMousedown = true;
			this._focusedColumnOrder = void 0;
		});
		this.addEventListener("mouseup", () => {
			this._isMousedown = false;
		});
	}
	_focusableChanged(focusable, oldFocusable) {
		oldFocusable?.setAttribute("tabindex", "-1");
		if (focusable) this._updateGridSectionFocusTarget(focusable);
	}
	_focusedCellChanged(focusedCell, oldFocusedCell) {
		if (oldFocusedCell) updatePart(oldFocusedCell, "focused-cell", false);
		if (focusedCell) updatePart(focusedCell, "focused-cell", true);
	}
	_interactingChanged() {
		this._updateGridSectionFocusTarget(this._headerFocusable);
		this._updateGridSectionFocusTarget(this._itemsFocusable);
		this._updateGridSectionFocusTarget(this._footerFocusable);
	}
	__updateItemsFocusable() {
		if (!this._itemsFocusable) return;
		const wasFocused = this.shadowRoot.activeElement === this._itemsFocusable;
		this._getRenderedRows().forEach((row) => {
			if (row.index === this._focusedItemIndex) {
				if (this.__rowFocusMode) this._itemsFocusable = row;
				else {
					let parent = this._itemsFocusable.parentElement;
					let cell = this._itemsFocusable;
					if (parent) {
						if (isCell(parent)) {
							cell = parent;
							parent = parent.parentElement;
						}
						const cellIndex = [...parent.children].indexOf(cell);
						this._itemsFocusable = this.__getFocusable(row, row.children[cellIndex]);
					}
				}
			}
		});
		if (wasFocused) this._itemsFocusable.focus();
	}
	_onKeyDown(e) {
		const key = e.key;
		let keyGroup;
		switch (key) {
			case "ArrowUp":
			case "ArrowDown":
			case "ArrowLeft":
			case "ArrowRight":
			case "PageUp":
			case "PageDown":
			case "Home":
			case "End":
				keyGroup = "Navigation";
				break;
			case "Enter":
			case "Escape":
			case "F2":
				keyGroup = "Interaction";
				break;
			case "Tab":
				keyGroup = "Tab";
				break;
			case " ": keyGroup = "Space";
		}
		this._detectInteracting(e);
		if (this.interacting && keyGroup !== "Interaction") keyGroup = void 0;
		if (keyGroup) this[`_on${keyGroup}KeyDown`](e, key);
	}
	__ensureFlatIndexInViewport(index) {
		const targetRowInDom = [...this.$.items.children].find((child) => child.index === index);
		if (!targetRowInDom) this._scrollToFlatIndex(index);
		else this.__scrollIntoViewport(targetRowInDom);
	}
	__isRowExpandable(row) {
		return this._hasChildren(row._item) && !this._isExpanded(row._item);
	}
	__isRowCollapsible(row) {
		return this._isExpanded(row._item);
	}
	_onNavigationKeyDown(e, key) {
		e.preventDefault();
		const isRTL = this.__isRTL;
		const activeRow = e.composedPath().find(isRow);
		const activeCell = e.composedPath().find(isCell);
		let dx = 0, dy = 0;
		switch (key) {
			case "ArrowRight":
				dx = isRTL ? -1 : 1;
				break;
			case "ArrowLeft":
				dx = isRTL ? 1 : -1;
				break;
			case "Home":
				if (this.__rowFocusMode) dy = -Infinity;
				else if (e.ctrlKey) dy = -Infinity;
				else dx = -Infinity;
				break;
			case "End":
				if (this.__rowFocusMode) dy = Infinity;
				else if (e.ctrlKey) dy = Infinity;
				else dx = Infinity;
				break;
			case "ArrowDown":
				dy = 1;
				break;
			case "ArrowUp":
				dy = -1;
				break;
			case "PageDown":
				if (this.$.items.contains(activeRow)) {
					const currentRowIndex = this.__getIndexInGroup(activeRow, this._focusedItemIndex);
					this._scrollToFlatIndex(currentRowIndex);
				}
				dy = this._visibleItemsCount;
				break;
			case "PageUp": dy = -this._visibleItemsCount;
		}
		if (this.__rowFocusMode && !activeRow || !this.__rowFocusMode && !activeCell) return;
		const forwardsKey = isRTL ? "ArrowLeft" : "ArrowRight";
		const backwardsKey = isRTL ? "ArrowRight" : "ArrowLeft";
		if (key === forwardsKey) {
			if (this.__rowFocusMode) {
				if (this.__isRowExpandable(activeRow)) {
					this.expandItem(activeRow._item);
					return;
				}
				this.__rowFocusMode = false;
				this._onCellNavigation(activeRow.firstElementChild, 0, 0);
				return;
			}
		} else if (key === backwardsKey) {
			if (this.__rowFocusMode) {
				if (this.__isRowCollapsible(activeRow)) {
					this.collapseItem(activeRow._item);
					return;
				}
			} else if (activeCell === activeRow.firstElementChild || isDetailsCell(activeCell)) {
				this.__rowFocusMode = true;
				this._onRowNavigation(activeRow, 0);
				return;
			}
		}
		if (this.__rowFocusMode) this._onRowNavigation(activeRow, dy);
		else this._onCellNavigation(activeCell, dx, dy);
	}
	_onRowNavigation(activeRow, dy) {
		const { dstRow } = this.__navigateRows(dy, activeRow);
		dstRow?.focus();
	}
	__getIndexInGroup(row, bodyFallbackIndex) {
		const rowGroup = row.parentNode;
		if (rowGroup === this.$.items) return bodyFallbackIndex ?? row.index;
		return [...rowGroup.children].indexOf(row);
	}
	__navigateRows(dy, activeRow, activeCell) {
		const currentRowIndex = this.__getIndexInGroup(activeRow, this._focusedItemIndex);
		const activeRowGroup = activeRow.parentNode;
		const maxRowIndex = (activeRowGroup === this.$.items ? this._flatSize : activeRowGroup.children.length) - 1;
		let dstRowIndex = Math.max(0, Math.min(currentRowIndex + dy, maxRowIndex));
		if (activeRowGroup !== this.$.items) {
			if (dstRowIndex > currentRowIndex) while (dstRowIndex < maxRowIndex && activeRowGroup.children[dstRowIndex].hidden) dstRowIndex += 1;
			else if (dstRowIndex < currentRowIndex) while (dstRowIndex > 0 && activeRowGroup.children[dstRowIndex].hidden) dstRowIndex -= 1;
			this.toggleAttribute("navigating", true);
			return { dstRow: activeRowGroup.children[dstRowIndex] };
		}
		let dstIsRowDetails = false;
		if (activeCell) {
			const isRowDetails = isDetailsCell(activeCell);
			if (activeRowGroup === this.$.items) {
				const item = activeRow._item;
				const { item: dstItem } = this._dataProviderController.getFlatIndexContext(dstRowIndex);
				if (isRowDetails) dstIsRowDetails = dy === 0;
				else dstIsRowDetails = dy === 1 && this._isDetailsOpened(item) || dy === -1 && dstRowIndex !== currentRowIndex && this._isDetailsOpened(dstItem);
				if (dstIsRowDetails !== isRowDetails && (dy === 1 && dstIsRowDetails || dy === -1 && !dstIsRowDetails)) dstRowIndex = currentRowIndex;
			}
		}
		this.__ensureFlatIndexInViewport(dstRowIndex);
		this._focusedItemIndex = dstRowIndex;
		this.toggleAttribute("navigating", true);
		return {
			dstRow: [...activeRowGroup.children].find((el) => !el.hidden && el.index === dstRowIndex),
			dstIsRowDetails
		};
	}
	_onCellNavigation(activeCell, dx, dy) {
		const activeRow = activeCell.parentNode;
		const { dstRow, dstIsRowDetails } = this.__navigateRows(dy, activeRow, activeCell);
		if (!dstRow) return;
		const isCurrentCellRowDetails = isDetailsCell(activeCell);
		const activeRowGroup = activeRow.parentNode;
		if (this._focusedColumnOrder === void 0) {
			if (isCurrentCellRowDetails) this._focusedColumnOrder = 0;
			else this._focusedColumnOrder = activeCell._column._order;
		}
		if (dstIsRowDetails) [...dstRow.children].find(isDetailsCell).focus();
		else {
			const dstRowIndex = this.__getIndexInGroup(dstRow, this._focusedItemIndex);
			const dstColumns = this._getColumns(activeRowGroup, dstRowIndex).filter((c) => !c.hidden);
			const dstSortedColumnOrders = dstColumns.map((c) => c._order).sort((b, a) => b - a);
			const maxOrderedColumnIndex = dstSortedColumnOrders.length - 1;
			const orderedColumnIndex = dstSortedColumnOrders.indexOf(dstSortedColumnOrders.slice(0).sort((b, a) => Math.abs(b - this._focusedColumnOrder) - Math.abs(a - this._focusedColumnOrder))[0]);
			const dstOrderedColumnIndex = dy === 0 && isCurrentCellRowDetails ? orderedColumnIndex : Math.max(0, Math.min(orderedColumnIndex + dx, maxOrderedColumnIndex));
			if (dstOrderedColumnIndex !== orderedColumnIndex) this._focusedColumnOrder = void 0;
			const dstColumn = dstColumns.find((col) => col._order === dstSortedColumnOrders[dstOrderedColumnIndex]);
			let dstCell;
			if (this.$.items.contains(activeCell)) {
				const dstSizerCell = [...this.$.sizer.children].find((cell) => cell._column === dstColumn);
				if (this._lazyColumns) {
					if (!this.__isColumnInViewport(dstSizerCell._column)) dstSizerCell.scrollIntoView();
					this.__updateColumnsBodyContentHidden();
					this.__updateHorizontalScrollPosition();
				}
				dstCell = [...dstRow.children].find((cell) => cell._column === dstSizerCell._column);
				this._scrollHorizontallyToCell(dstCell);
			} else {
				dstCell = [...dstRow.children].find((cell) => cell._column.contains(dstColumn));
				this._scrollHorizontallyToCell(dstCell);
			}
			dstCell.focus({ preventScroll: true });
		}
	}
	_onInteractionKeyDown(e, key) {
		const localTarget = e.composedPath()[0];
		const localTargetIsTextInput = localTarget.localName === "input" && !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/iu.test(localTarget.type);
		let wantInteracting;
		switch (key) {
			case "Enter":
				wantInteracting = this.interacting ? !localTargetIsTextInput : true;
				break;
			case "Escape":
				wantInteracting = false;
				break;
			case "F2": wantInteracting = !this.interacting;
		}
		const { cell } = this._getGridEventLocation(e);
		if (this.interacting !== wantInteracting && cell !== null) {
			if (wantInteracting) {
				const focusTarget = cell._content.querySelector("[focus-target]") || [...cell._content.querySelectorAll("*")].find((node) => this._isFocusable(node));
				if (focusTarget) {
					e.preventDefault();
					focusTarget.focus();
					this._setInteracting(true);
					this.toggleAttribute("navigating", false);
				}
			} else {
				e.preventDefault();
				this._focusedColumnOrder = void 0;
				cell.focus();
				this._setInteracting(false);
				this.toggleAttribute("navigating", true);
			}
		}
		if (key === "Escape") this._hideTooltip(true);
	}
	_predictFocusStepTarget(srcElement, step) {
		const tabOrder = [
			this.$.table,
			this._headerFocusable,
			this.__emptyState ? this.$.emptystatecell : this._itemsFocusable,
			this._footerFocusable,
			this.$.focusexit
		];
		let index = tabOrder.indexOf(srcElement);
		index += step;
		while (index >= 0 && index <= tabOrder.length - 1) {
			let rowElement = tabOrder[index];
			if (rowElement && !this.__rowFocusMode) rowElement = tabOrder[index].parentNode;
			if (!rowElement || rowElement.hidden) index += step;
			else break;
		}
		let focusStepTarget = tabOrder[index];
		if (focusStepTarget && !this.__isHorizontallyInViewport(focusStepTarget)) {
			const firstVisibleColumn = this._getColumnsInOrder().find((column) => this.__isColumnInViewport(column));
			if (firstVisibleColumn) {
				if (focusStepTarget === this._headerFocusable) focusStepTarget = firstVisibleColumn._headerCell;
				else if (focusStepTarget === this._itemsFocusable) {
					const rowIndex = focusStepTarget._column._cells.indexOf(focusStepTarget);
					focusStepTarget = firstVisibleColumn._cells[rowIndex];
				} else if (focusStepTarget === this._footerFocusable) focusStepTarget = firstVisibleColumn._footerCell;
			}
		}
		return focusStepTarget;
	}
	_onTabKeyDown(e) {
		let focusTarget = this._predictFocusStepTarget(e.composedPath()[0], e.shiftKey ? -1 : 1);
		if (!focusTarget) return;
		e.stopPropagation();
		if (focusTarget === this._itemsFocusable) {
			this.__ensureFlatIndexInViewport(this._focusedItemIndex);
			this.__updateItemsFocusable();
			focusTarget = this._itemsFocusable;
		}
		focusTarget.focus();
		if (focusTarget !== this.$.table && focusTarget !== this.$.focusexit) e.preventDefault();
		this.toggleAttribute("navigating", true);
	}
	_onSpaceKeyDown(e) {
		e.preventDefault();
		const element = e.composedPath()[0];
		const isElementRow = isRow(element);
		if (isElementRow || !element._content || !element._content.firstElementChild) this.dispatchEvent(new CustomEvent(isElementRow ? "row-activate" : "cell-activate", { detail: { model: this.__getRowModel(isElementRow ? element : element.parentElement) } }));
	}
	_onKeyUp(e) {
		if (!/^( |SpaceBar)$/u.test(e.key) || this.interacting) return;
		e.preventDefault();
		const cell = e.composedPath()[0];
		const target = cell._content?.firstElementChild || cell;
		const wasNavigating = this.hasAttribute("navigating");
		const clickEvent = new MouseEvent("click", {
			shiftKey: e.shiftKey,
			bubbles: true,
			composed: true,
			cancelable: true
		});
		clickEvent.skipCellActivate = target === cell;
		target.dispatchEvent(clickEvent);
		this.toggleAttribute("navigating", wasNavigating);
	}
	_onFocusIn(e) {
		if (!this._isMousedown) this.toggleAttribute("navigating", true);
		const rootTarget = e.composedPath()[0];
		if (rootTarget === this.$.table || rootTarget === this.$.focusexit) {
			if (!this._isMousedown) this._predictFocusStepTarget(rootTarget, rootTarget === this.$.table ? 1 : -1).focus();
			this._setInteracting(false);
		} else this._detectInteracting(e);
	}
	_onFocusOut(e) {
		this.toggleAttribute("navigating", false);
		this._detectInteracting(e);
		this._hideTooltip();
		this._focusedCell = null;
	}
	_onContentFocusIn(e) {
		const { section, cell, row } = this._getGridEventLocation(e);
		if (!cell && !this.__rowFocusMode) return;
		this._detectInteracting(e);
		if (section && (cell || row)) {
			this._activeRowGroup = section;
			if (section === this.$.header) this._headerFocusable = this.__getFocusable(row, cell);
			else if (section === this.$.items) {
				this._itemsFocusable = this.__getFocusable(row, cell);
				this._focusedItemIndex = row.index;
			} else if (section === this.$.footer) this._footerFocusable = this.__getFocusable(row, cell);
			if (cell) {
				const context = this.getEventContext(e);
				this.__pendingBodyCellFocus = this.loading && context.section === "body";
				if (!this.__pendingBodyCellFocus && cell !== this.$.emptystatecell) cell.dispatchEvent(new CustomEvent("cell-focus", {
					bubbles: true,
					composed: true,
					detail: { context }
				}));
				this._focusedCell = cell._focusButton || cell;
				if (isKeyboardActive() && e.target === cell) this._showTooltip(e);
			} else this._focusedCell = null;
		}
	}
	__dispatchPendingBodyCellFocus() {
		if (this.__pendingBodyCellFocus && this.shadowRoot.activeElement === this._itemsFocusable) this._itemsFocusable.dispatchEvent(new Event("focusin", {
			bubbles: true,
			composed: true
		}));
	}
	__getFocusable(row, cell) {
		return this.__rowFocusMode ? row : cell._focusButton || cell;
	}
	_detectInteracting(e) {
		const isInteracting = e.composedPath().some((el) => el.localName === "slot" && this.shadowRoot.contains(el));
		this._setInteracting(isInteracting);
		this.__updateHorizontalScrollPosition();
	}
	_updateGridSectionFocusTarget(focusTarget) {
		if (!focusTarget) return;
		const section = this._getGridSectionFromFocusTarget(focusTarget);
		focusTarget.tabIndex = this.interacting && section === this._activeRowGroup ? -1 : 0;
	}
	_preventScrollerRotatingCellFocus() {
		if (this._activeRowGroup !== this.$.items) return;
		this.__preventScrollerRotatingCellFocusDebouncer = Debouncer.debounce(this.__preventScrollerRotatingCellFocusDebouncer, animationFrame, () => {
			const isItemsRowGroupActive = this._activeRowGroup === this.$.items;
			if (this._getRenderedRows().some((row) => row.index === this._focusedItemIndex)) {
				this.__updateItemsFocusable();
				if (isItemsRowGroupActive && !this.__rowFocusMode) this._focusedCell = this._itemsFocusable;
				if (this._navigatingIsHidden) {
					this.toggleAttribute("navigating", true);
					this._navigatingIsHidden = false;
				}
			} else if (isItemsRowGroupActive) {
				this._focusedCell = null;
				if (this.hasAttribute("navigating")) {
					this._navigatingIsHidden = true;
					this.toggleAttribute("navigating", false);
				}
			}
		});
	}
	_getColumns(rowGroup, rowIndex) {
		let columnTreeLevel = this._columnTree.length - 1;
		if (rowGroup === this.$.header) columnTreeLevel = rowIndex;
		else if (rowGroup === this.$.footer) columnTreeLevel = this._columnTree.length - 1 - rowIndex;
		return this._columnTree[columnTreeLevel];
	}
	__isValidFocusable(element) {
		return this.$.table.contains(element) && element.offsetHeight;
	}
	_resetKeyboardNavigation() {
		if (!this.$ && this.performUpdate) this.performUpdate();
		["header", "footer"].forEach((section) => {
			if (!this.__isValidFocusable(this[`_${section}Focusable`])) {
				const firstVisibleRow = [...this.$[section].children].find((row) => row.offsetHeight);
				const firstVisibleCell = firstVisibleRow ? [...firstVisibleRow.children].find((cell) => !cell.hidden) : null;
				if (firstVisibleRow && firstVisibleCell) this[`_${section}Focusable`] = this.__getFocusable(firstVisibleRow, firstVisibleCell);
			}
		});
		if (!this.__isValidFocusable(this._itemsFocusable) && this.$.items.firstElementChild) {
			const firstVisibleRow = this.__getFirstVisibleItem();
			const firstVisibleCell = firstVisibleRow ? [...firstVisibleRow.children].find((cell) => !cell.hidden) : null;
			if (firstVisibleCell && firstVisibleRow) {
				this._focusedColumnOrder = void 0;
				this._itemsFocusable = this.__getFocusable(firstVisibleRow, firstVisibleCell);
			}
		} else this.__updateItemsFocusable();
	}
	_scrollHorizontallyToCell(dstCell) {
		if (dstCell.hasAttribute("frozen") || dstCell.hasAttribute("frozen-to-end") || isDetailsCell(dstCell)) return;
		const dstCellRect = dstCell.getBoundingClientRect();
		const dstRow = dstCell.parentNode;
		const dstCellIndex = Array.from(dstRow.children).indexOf(dstCell);
		const tableRect = this.$.table.getBoundingClientRect();
		const scrollbarWidth = this.$.table.clientWidth - this.$.table.offsetWidth;
		let leftBoundary = tableRect.left - (this.__isRTL ? scrollbarWidth : 0);
		let rightBoundary = tableRect.right + (this.__isRTL ? 0 : scrollbarWidth);
		for (let i = dstCellIndex - 1; i >= 0; i--) {
			const cell = dstRow.children[i];
			if (cell.hasAttribute("hidden") || isDetailsCell(cell)) continue;
			if (cell.hasAttribute("frozen") || cell.hasAttribute("frozen-to-end")) {
				leftBoundary = cell.getBoundingClientRect().right;
				break;
			}
		}
		for (let i = dstCellIndex + 1; i < dstRow.children.length; i++) {
			const cell = dstRow.children[i];
			if (cell.hasAttribute("hidden") || isDetailsCell(cell)) continue;
			if (cell.hasAttribute("frozen") || cell.hasAttribute("frozen-to-end")) {
				rightBoundary = cell.getBoundingClientRect().left;
				break;
			}
		}
		if (dstCellRect.left < leftBoundary) this.$.table.scrollLeft += dstCellRect.left - leftBoundary;
		if (dstCellRect.right > rightBoundary) this.$.table.scrollLeft += dstCellRect.right - rightBoundary;
	}
	_getGridEventLocation(e) {
		const path = e.__composedPath || e.composedPath();
		const tableIndex = path.indexOf(this.$.table);
		return {
			section: tableIndex >= 1 ? path[tableIndex - 1] : null,
			row: tableIndex >= 2 ? path[tableIndex - 2] : null,
			cell: tableIndex >= 3 ? path[tableIndex - 3] : null
		};
	}
	_getGridSectionFromFocusTarget(focusTarget) {
		if (focusTarget === this._headerFocusable) return this.$.header;
		if (focusTarget === this._itemsFocusable) return this.$.items;
		if (focusTarget === this._footerFocusable) return this.$.footer;
		return null;
	}
};
var ResizeMixin = (superClass) => class extends superClass {
	static get properties() {
		return {
			__hostVisible: {
				type: Boolean,
				value: false
			},
			__tableRect: Object,
			__headerRect: Object,
			__itemsRect: Object,
			__footerRect: Object
		};
	}
	ready() {
		super.ready();
		const resizeObserver = new ResizeObserver((entries) => {
			if (entries.findLast(({ target }) => target === this)) this.__hostVisible = this.checkVisibility();
			const tableEntry = entries.findLast(({ target }) => target === this.$.table);
			if (tableEntry) this.__tableRect = tableEntry.contentRect;
			const headerEntry = entries.findLast(({ target }) => target === this.$.header);
			if (headerEntry) this.__headerRect = headerEntry.contentRect;
			const itemsEntry = entries.findLast(({ target }) => target === this.$.items);
			if (itemsEntry) this.__itemsRect = itemsEntry.contentRect;
			const footerEntry = entries.findLast(({ target }) => target === this.$.footer);
			if (footerEntry) this.__footerRect = footerEntry.contentRect;
		});
		resizeObserver.observe(this);
		resizeObserver.observe(this.$.table);
		resizeObserver.observe(this.$.header);
		resizeObserver.observe(this.$.items);
		resizeObserver.observe(this.$.footer);
	}
};
var RowDetailsMixin = (superClass) => class RowDetailsMixin extends superClass {
	static get properties() {
		return {
			detailsOpenedItems: {
				type: Array,
				value: () => [],
				sync: true
			},
			rowDetailsRenderer: {
				type: Function,
				sync: true
			},
			_detailsCells: { type: Array },
			__detailsOpenedKeys: {
				type: Object,
				computed: "__computeDetailsOpenedKeys(itemIdPath, detailsOpenedItems)"
			}
		};
	}
	static get observers() {
		return ["_detailsOpenedItemsChanged(detailsOpenedItems, rowDetailsRenderer)", "_rowDetailsRendererChanged(rowDetailsRenderer)"];
	}
	ready() {
		super.ready();
		this._detailsCellResizeObserver = new ResizeObserver((entries) => {
			entries.forEach(({ target: cell }) => {
				this._updateDetailsCellHeight(cell.parentElement);
			});
		});
	}
	_rowDetailsRendererChanged(rowDetailsRenderer) {
		if (!rowDetailsRenderer) return;
		if (this._columnTree) this._getRenderedRows().forEach((row) => {
			if (!row.querySelector("[part~=details-cell]")) {
				this.__initRow(row, this._columnTree[this._columnTree.length - 1]);
				this.__updateRow(row);
				return;
			}
			if (row.hasAttribute("details-opened")) this.__updateRow(row);
		});
	}
	_detailsOpenedItemsChanged(_detailsOpenedItems, rowDetailsRenderer) {
		this._getRenderedRows().forEach((row) => {
			if (row.hasAttribute("details-opened") !== !!(rowDetailsRenderer && this._isDetailsOpened(row._item))) this.__updateRow(row);
		});
	}
	_configureDetailsCell(cell) {
		updatePart(cell, "cell", true);
		updatePart(cell, "details-cell", true);
		cell.toggleAttribute("frozen", true);
		this._detailsCellResizeObserver.observe(cell);
	}
	_toggleDetailsCell(row, detailsOpened) {
		const cell = row.querySelector("[part~=\"details-cell\"]");
		if (!cell) return;
		cell.hidden = !detailsOpened;
		if (cell.hidden) return;
		if (this.rowDetailsRenderer) cell._renderer = this.rowDetailsRenderer;
	}
	_updateDetailsCellHeight(row) {
		const cell = row.querySelector("[part~=\"details-cell\"]");
		if (!cell) return;
		this.__updateDetailsRowPadding(row, cell);
		requestAnimationFrame(() => this.__updateDetailsRowPadding(row, cell));
	}
	__updateDetailsRowPadding(row, cell) {
		if (cell.hidden) row.style.removeProperty("padding-bottom");
		else row.style.setProperty("padding-bottom", `${cell.offsetHeight}px`);
	}
	_updateDetailsCellHeights() {
		this._getRenderedRows().forEach((row) => {
			this._updateDetailsCellHeight(row);
		});
	}
	_isDetailsOpened(item) {
		return this.__detailsOpenedKeys?.has(this.getItemId(item));
	}
	__computeDetailsOpenedKeys(_itemIdPath, detailsOpenedItems) {
		const items = detailsOpenedItems || [];
		const keys = new Set();
		items.forEach((item) => {
			keys.add(this.getItemId(item));
		});
		return keys;
	}
	openItemDetails(item) {
		if (!this._isDetailsOpened(item)) this.detailsOpenedItems = [...this.detailsOpenedItems, item];
	}
	closeItemDetails(item) {
		if (this._isDetailsOpened(item)) this.detailsOpenedItems = this.detailsOpenedItems.filter((i) => !this._itemsEqual(i, item));
	}
};
function getNormalizedScrollLeft(element, direction) {
	const { scrollLeft } = element;
	if (direction !== "rtl") return scrollLeft;
	return element.scrollWidth - element.clientWidth + scrollLeft;
}
var OverflowController = class {
	#resizeObserver;
	#childObserver;
	#resizeRaf;
	constructor(host, scrollTarget) {
		this.host = host;
		this.scrollTarget = scrollTarget || host;
	}
	hostConnected() {
		if (!this.initialized) {
			this.initialized = true;
			this.observe();
		}
	}
	observe() {
		const { host } = this;
		this.#resizeObserver = new ResizeObserver(() => this.#onResize());
		this.#resizeObserver.observe(host);
		[...host.children].forEach((child) => {
			this.#resizeObserver.observe(child);
		});
		this.#childObserver = new MutationObserver((mutations) => {
			mutations.forEach(({ addedNodes, removedNodes }) => {
				addedNodes.forEach((node) => {
					if (node.nodeType === Node.ELEMENT_NODE) this.#resizeObserver.observe(node);
				});
				removedNodes.forEach((node) => {
					if (node.nodeType === Node.ELEMENT_NODE) this.#resizeObserver.unobserve(node);
				});
				if (addedNodes.length === 0 && removedNodes.length > 0) this.#updateState({ sync: true });
			});
		});
		this.#childObserver.observe(host, { childList: true });
		this.scrollTarget.addEventListener("scroll", this.#onScroll);
	}
	#onResize() {
		this.#updateState({ sync: false });
	}
	#onScroll = () => {
		this.#updateState({ sync: true });
	};
	#updateState({ sync }) {
		cancelAnimationFrame(this.#resizeRaf);
		const state = this.#readState();
		if (sync) this.#writeState(state);
		else this.#resizeRaf = requestAnimationFrame(() => this.#writeState(state));
	}
	#readState() {
		const target = this.scrollTarget;
		let overflow = "";
		if (target.scrollTop > 0) overflow += " top";
		if (Math.ceil(target.scrollTop) < Math.ceil(target.scrollHeight - target.clientHeight)) overflow += " bottom";
		const scrollLeft = Math.abs(target.scrollLeft);
		if (scrollLeft > 0) overflow += " start";
		if (Math.ceil(scrollLeft) < Math.ceil(target.scrollWidth - target.clientWidth)) overflow += " end";
		return { overflow: overflow.trim() };
	}
	#writeState({ overflow }) {
		setOrRemoveAttribute(this.host, "overflow", overflow);
	}
};
var timeouts = {
	SCROLLING: 500,
	UPDATE_CONTENT_VISIBILITY: 100
};
var ScrollMixin = (superClass) => class ScrollMixin extends superClass {
	static get properties() {
		return {
			columnRendering: {
				type: String,
				value: "eager",
				sync: true
			},
			_frozenCells: {
				type: Array,
				value: () => []
			},
			_frozenToEndCells: {
				type: Array,
				value: () => []
			}
		};
	}
	static get observers() {
		return ["__columnRenderingChanged(_columnTree, columnRendering)"];
	}
	get _scrollLeft() {
		return this.$.table.scrollLeft;
	}
	get _lazyColumns() {
		return this.columnRendering === "lazy";
	}
	ready() {
		super.ready();
		this.scrollTarget = this.$.table;
		this.$.items.addEventListener("focusin", (e) => {
			const composedPath = e.composedPath();
			const row = composedPath[composedPath.indexOf(this.$.items) - 1];
			if (row) {
				if (!this._isMousedown) {
					const tableHeight = this.$.table.clientHeight;
					const headerHeight = this.$.header.clientHeight;
					const footerHeight = this.$.footer.clientHeight;
					const viewportHeight = tableHeight - headerHeight - footerHeight;
					const scrollTarget = row.clientHeight > viewportHeight ? composedPath[0] : row;
					this.__scrollIntoViewport(scrollTarget);
				}
			}
		});
		this.$.table.addEventListener("scroll", () => this._afterScroll());
		this.__overflowController = new OverflowController(this, this.$.table);
		this.addController(this.__overflowController);
	}
	_scrollToFlatIndex(index) {
		index = Math.min(this._flatSize - 1, Math.max(0, index));
		this.__virtualizer.scrollToIndex(index);
		const rowElement = [...this.$.items.children].find((child) => child.index === index);
		this.__scrollIntoViewport(rowElement);
	}
	scrollToColumn(indexOrColumn) {
		if (!this._columnTree) {
			this.__pendingScrollToColumn = indexOrColumn;
			return;
		}
		const visibleColumns = this._getColumnsInOrder();
		let column;
		if (typeof indexOrColumn === "number") {
			column = visibleColumns[indexOrColumn];
			if (!column) {
				console.warn(`Column index ${indexOrColumn} is out of bounds`);
				return;
			}
		} else {
			column = indexOrColumn;
			if (!visibleColumns.includes(column)) {
				console.warn("Column is not a visible column of this grid");
				return;
			}
		}
		if (column.frozen || column.frozenToEnd) return;
		this._scrollHorizontallyToCell(column._headerCell);
		this.__updateHorizontalScrollPosition();
		this.__updateColumnsBodyContentHidden();
	}
	__scrollToPendingColumn() {
		if (this.__pendingScrollToColumn !== void 0) {
			const indexOrColumn = this.__pendingScrollToColumn;
			delete this.__pendingScrollToColumn;
			this.scrollToColumn(indexOrColumn);
		}
	}
	__scrollIntoViewport(element) {
		if (!element) return;
		const elementRect = element.getBoundingClientRect();
		const elementComputedStyle = getComputedStyle(element);
		const elementTop = elementRect.top + parseInt(elementComputedStyle.scrollMarginTop || 0);
		const elementBottom = elementRect.bottom + parseInt(elementComputedStyle.scrollMarginBottom || 0);
		const footerTop = this.$.footer.getBoundingClientRect().top;
		const headerBottom = this.$.header.getBoundingClientRect().bottom;
		if (elementBottom > footerTop) this.$.table.scrollTop += elementBottom - footerTop;
		else if (elementTop < headerBottom) this.$.table.scrollTop -= headerBottom - elementTop;
	}
	_scheduleScrolling() {
		this.$.scroller.toggleAttribute("scrolling", true);
		this._debounceScrolling = Debouncer.debounce(this._debounceScrolling, timeOut.after(timeouts.SCROLLING), () => {
			this.$.scroller.toggleAttribute("scrolling", false);
		});
	}
	_afterScroll() {
		this.__updateHorizontalScrollPosition();
		if (!this.hasAttribute("reordering")) this._scheduleScrolling();
		if (!this.hasAttribute("navigating")) this._hideTooltip(true);
		this._debounceColumnContentVisibility = Debouncer.debounce(this._debounceColumnContentVisibility, timeOut.after(timeouts.UPDATE_CONTENT_VISIBILITY), () => {
			if (this._lazyColumns && this.__cachedScrollLeft !== this._scrollLeft) {
				this.__cachedScrollLeft = this._scrollLeft;
				this.__updateColumnsBodyContentHidden();
			}
		});
	}
	__updateColumnsBodyContentHidden() {
		if (!this._columnTree || !this._areSizerCellsAssigned()) return;
		this.__scrollToPendingColumn();
		const columnsInOrder = this._getColumnsInOrder();
		let bodyContentHiddenChanged = false;
		columnsInOrder.forEach((column) => {
			const bodyContentHidden = this._lazyColumns && !this.__isColumnInViewport(column);
			if (column._bodyContentHidden !== bodyContentHidden) {
				bodyContentHiddenChanged = true;
				column._cells.forEach((cell) => {
					if (cell !== column._sizerCell) {
						if (bodyContentHidden) cell.remove();
						else if (cell.__parentRow) {
							const followingColumnCell = [...cell.__parentRow.children].find((child) => columnsInOrder.indexOf(child._column) > columnsInOrder.indexOf(column));
							cell.__parentRow.insertBefore(cell, followingColumnCell);
						}
					}
				});
			}
			column._bodyContentHidden = bodyContentHidden;
		});
		if (bodyContentHiddenChanged) this._frozenCellsChanged();
		if (this._lazyColumns) {
			const lastFrozenColumn = [...columnsInOrder].reverse().find((column) => column.frozen);
			const lastFrozenColumnEnd = this.__getColumnEnd(lastFrozenColumn);
			const firstVisibleColumn = columnsInOrder.find((column) => !column.frozen && !column._bodyContentHidden);
			this.__lazyColumnsStart = this.__getColumnStart(firstVisibleColumn) - lastFrozenColumnEnd;
			this.$.items.style.setProperty("--_grid-lazy-columns-start", `${this.__lazyColumnsStart}px`);
			this._resetKeyboardNavigation();
		}
	}
	__getColumnEnd(column) {
		if (!column) return this.__isRTL ? this.$.table.clientWidth : 0;
		return column._sizerCell.offsetLeft + (this.__isRTL ? 0 : column._sizerCell.offsetWidth);
	}
	__getColumnStart(column) {
		if (!column) return this.__isRTL ? this.$.table.clientWidth : 0;
		return column._sizerCell.offsetLeft + (this.__isRTL ? column._sizerCell.offsetWidth : 0);
	}
	__isColumnInViewport(column) {
		if (column.frozen || column.frozenToEnd) return true;
		return this.__isHorizontallyInViewport(column._sizerCell);
	}
	__isHorizontallyInViewport(element) {
		return element.offsetLeft + element.offsetWidth >= this._scrollLeft && element.offsetLeft <= this._scrollLeft + this.clientWidth;
	}
	__columnRenderingChanged(_columnTree, columnRendering) {
		setOrRemoveAttribute(this.$.scroller, "column-rendering", columnRendering !== "eager" && columnRendering);
		this.__updateColumnsBodyContentHidden();
	}
	_frozenCellsChanged() {
		this._debouncerCacheElements = Debouncer.debounce(this._debouncerCacheElements, microTask, () => {
			Array.from(this.shadowRoot.querySelectorAll("[part~=\"cell\"]")).forEach((cell) => {
				cell.style.transform = "";
			});
			this._frozenCells = Array.prototype.slice.call(this.$.table.querySelectorAll("[frozen]"));
			this._frozenToEndCells = Array.prototype.slice.call(this.$.table.querySelectorAll("[frozen-to-end]"));
			this.__updateHorizontalScrollPosition();
		});
		this._debounceUpdateFrozenColumn();
	}
	_debounceUpdateFrozenColumn() {
		this.__debounceUpdateFrozenColumn = Debouncer.debounce(this.__debounceUpdateFrozenColumn, microTask, () => this._updateFrozenColumn());
	}
	_updateFrozenColumn() {
		if (!this._columnTree) return;
		const columnsRow = this._columnTree[this._columnTree.length - 1].slice(0);
		columnsRow.sort((a, b) => {
			return a._order - b._order;
		});
		let lastFrozen;
		let firstFrozenToEnd;
		for (let i = 0; i < columnsRow.length; i++) {
			const col = columnsRow[i];
			col._lastFrozen = false;
			col._firstFrozenToEnd = false;
			if (firstFrozenToEnd === void 0 && col.frozenToEnd && !col.hidden) firstFrozenToEnd = i;
			if (col.frozen && !col.hidden) lastFrozen = i;
		}
		if (lastFrozen !== void 0) columnsRow[lastFrozen]._lastFrozen = true;
		if (firstFrozenToEnd !== void 0) columnsRow[firstFrozenToEnd]._firstFrozenToEnd = true;
		this.__updateColumnsBodyContentHidden();
	}
	__updateHorizontalScrollPosition() {
		if (!this._columnTree) return;
		const scrollWidth = this.$.table.scrollWidth;
		const clientWidth = this.$.table.clientWidth;
		const scrollLeft = Math.max(0, this.$.table.scrollLeft);
		const normalizedScrollLeft = getNormalizedScrollLeft(this.$.table, this.getAttribute("dir"));
		const transform = `translate(${-scrollLeft}px, 0)`;
		this.$.header.style.transform = transform;
		this.$.footer.style.transform = transform;
		this.$.items.style.transform = transform;
		const x = this.__isRTL ? normalizedScrollLeft + clientWidth - scrollWidth : scrollLeft;
		this.__horizontalScrollPosition = x;
		const transformFrozen = `translate(${x}px, 0)`;
		this._frozenCells.forEach((cell) => {
			cell.style.transform = transformFrozen;
		});
		const remaining = this.__isRTL ? normalizedScrollLeft : scrollLeft + clientWidth - scrollWidth;
		const transformFrozenToEnd = `translate(${remaining}px, 0)`;
		let transformFrozenToEndBody = transformFrozenToEnd;
		if (this._lazyColumns && this._areSizerCellsAssigned()) {
			const columnsInOrder = this._getColumnsInOrder();
			const lastVisibleColumn = [...columnsInOrder].reverse().find((column) => !column.frozenToEnd && !column._bodyContentHidden);
			const lastVisibleColumnEnd = this.__getColumnEnd(lastVisibleColumn);
			const firstFrozenToEndColumn = columnsInOrder.find((column) => column.frozenToEnd);
			transformFrozenToEndBody = `translate(${remaining + (this.__getColumnStart(firstFrozenToEndColumn) - lastVisibleColumnEnd) + this.__lazyColumnsStart}px, 0)`;
		}
		this._frozenToEndCells.forEach((cell) => {
			if (this.$.items.contains(cell)) cell.style.transform = transformFrozenToEndBody;
			else cell.style.transform = transformFrozenToEnd;
		});
		const focusedRow = this.shadowRoot.querySelector("[part~='row']:focus");
		if (focusedRow) this.__updateRowScrollPositionProperty(focusedRow);
		const lastHeaderRow = this.$.header.querySelector("[part~='last-header-row']");
		if (lastHeaderRow) this.__updateRowScrollPositionProperty(lastHeaderRow);
		const firstFooterRow = this.$.footer.querySelector("[part~='first-footer-row']");
		if (firstFooterRow) this.__updateRowScrollPositionProperty(firstFooterRow);
	}
	__updateRowScrollPositionProperty(row) {
		if (row instanceof HTMLTableRowElement === false) return;
		const newValue = `${this.__horizontalScrollPosition}px`;
		if (row.style.getPropertyValue("--_grid-horizontal-scroll-position") !== newValue) row.style.setProperty("--_grid-horizontal-scroll-position", newValue);
	}
	_areSizerCellsAssigned() {
		return this._getColumnsInOrder().every((column) => column._sizerCell);
	}
};
var SelectionMixin = (superClass) => class SelectionMixin extends superClass {
	static get properties() {
		return {
			selectedItems: {
				type: Object,
				notify: true,
				value: () => [],
				sync: true
			},
			isItemSelectable: { type: Function },
			__selectedKeys: {
				type: Object,
				computed: "__computeSelectedKeys(itemIdPath, selectedItems)"
			}
		};
	}
	static get observers() {
		return ["__selectedItemsChanged(itemIdPath, selectedItems, isItemSelectable)"];
	}
	_isSelected(item) {
		return this.__selectedKeys.has(this.getItemId(item));
	}
	__isItemSelectable(item) {
		if (!this.isItemSelectable || !item) return true;
		return this.isItemSelectable(item);
	}
	selectItem(item) {
		if (!this._isSelected(item)) this.selectedItems = [...this.selectedItems, item];
	}
	deselectItem(item) {
		if (this._isSelected(item)) this.selectedItems = this.selectedItems.filter((i) => !this._itemsEqual(i, item));
	}
	updated(props) {
		super.updated(props);
		if (props.has("isItemSelectable")) this.dispatchEvent(new CustomEvent("is-item-selectable-changed"));
	}
	__selectedItemsChanged() {
		this._getRenderedRows().forEach((row) => {
			if (row.hasAttribute("selected") !== this._isSelected(row._item) || row.hasAttribute("nonselectable") !== !this.__isItemSelectable(row._item)) this.__updateRow(row);
		});
	}
	__computeSelectedKeys(_itemIdPath, selectedItems) {
		const selected = selectedItems || [];
		const selectedKeys = new Set();
		selected.forEach((item) => {
			selectedKeys.add(this.getItemId(item));
		});
		return selectedKeys;
	}
};
var defaultMultiSortPriority = "prepend";
var SortMixin = (superClass) => class SortMixin extends superClass {
	static get properties() {
		return {
			multiSort: {
				type: Boolean,
				value: false
			},
			multiSortPriority: {
				type: String,
				value: () => defaultMultiSortPriority
			},
			multiSortOnShiftClick: {
				type: Boolean,
				value: false
			},
			_sorters: {
				type: Array,
				value: () => []
			},
			_previousSorters: {
				type: Array,
				value: () => []
			}
		};
	}
	static setDefaultMultiSortPriority(priority) {
		defaultMultiSortPriority = ["append", "prepend"].includes(priority) ? priority : "prepend";
	}
	ready() {
		super.ready();
		this.addEventListener("sorter-changed", this._onSorterChanged);
	}
	_onSorterChanged(e) {
		const sorter = e.target;
		e.stopPropagation();
		sorter._grid = this;
		this.__updateSorter(sorter, e.detail.shiftClick, e.detail.fromSorterClick);
		this.__applySorters();
	}
	__removeSorters(sortersToRemove) {
		if (sortersToRemove.length === 0) return;
		this._sorters = this._sorters.filter((sorter) => !sortersToRemove.includes(sorter));
		this.__applySorters();
	}
	__updateSortOrders() {
		this._sorters.forEach((sorter) => {
			sorter._order = null;
		});
		const activeSorters = this._getActiveSorters();
		if (activeSorters.length > 1) activeSorters.forEach((sorter, index) => {
			sorter._order = index;
		});
	}
	__updateSorter(sorter, shiftClick, fromSorterClick) {
		if (!sorter.direction && !this._sorters.includes(sorter)) return;
		sorter._order = null;
		const restSorters = this._sorters.filter((s) => s !== sorter);
		if (this.multiSort && (!this.multiSortOnShiftClick || !fromSorterClick) || this.multiSortOnShiftClick && shiftClick) {
			if (this.multiSortPriority === "append") this._sorters = [...restSorters, sorter];
			else this._sorters = [sorter, ...restSorters];
		} else if (sorter.direction || this.multiSortOnShiftClick) {
			this._sorters = sorter.direction ? [sorter] : [];
			restSorters.forEach((sorter) => {
				sorter._order = null;
				sorter.direction = null;
			});
		}
	}
	__applySorters() {
		this.__updateSortOrders();
		if (this.dataProvider && this.isAttached && JSON.stringify(this._previousSorters) !== JSON.stringify(this._mapSorters())) this.__debounceClearCache();
		this.__a11yUpdateSorters();
		this._previousSorters = this._mapSorters();
	}
	_getActiveSorters() {
		return this._sorters.filter((sorter) => sorter.direction && sorter.isConnected);
	}
	_mapSorters() {
		return this._getActiveSorters().map((sorter) => {
			return {
				path: sorter.path,
				direction: sorter.direction
			};
		});
	}
};
var StylingMixin = (superClass) => class StylingMixin extends superClass {
	static get properties() {
		return { cellPartNameGenerator: {
			type: Function,
			sync: true
		} };
	}
	static get observers() {
		return ["__cellPartNameGeneratorChanged(cellPartNameGenerator)"];
	}
	__cellPartNameGeneratorChanged() {
		this.generateCellPartNames();
	}
	generateCellPartNames() {
		iterateChildren(this.$.items, (row) => {
			if (!row.hidden) this._generateCellPartNames(row, this.__getRowModel(row));
		});
	}
	_generateCellPartNames(row, model) {
		iterateRowCells(row, (cell) => {
			if (cell.__generatedParts) cell.__generatedParts.forEach((partName) => {
				updatePart(cell, partName, null);
			});
			if (this.cellPartNameGenerator && !row.hasAttribute("loading")) {
				const result = this.cellPartNameGenerator(cell._column, model);
				cell.__generatedParts = result && result.split(" ").filter((partName) => partName.length > 0);
				if (cell.__generatedParts) cell.__generatedParts.forEach((partName) => {
					updatePart(cell, partName, true);
				});
			}
		});
	}
};
var GridMixin = (superClass) => class extends ColumnAutoWidthMixin(ArrayDataProviderMixin(DataProviderMixin(DynamicColumnsMixin(HeaderFooterRenderingMixin(ActiveItemMixin(ScrollMixin(SelectionMixin(SortMixin(RowDetailsMixin(KeyboardNavigationMixin(A11yMixin(FilterMixin(ColumnReorderingMixin(ColumnResizingMixin(EventContextMixin(DragAndDropMixin(StylingMixin(TabindexMixin(ResizeMixin(superClass)))))))))))))))))))) {
	static get observers() {
		return ["_columnTreeChanged(_columnTree)", "_flatSizeChanged(_flatSize, __virtualizer, _hasData, _columnTree)"];
	}
	static get properties() {
		return {
			_safari: {
				type: Boolean,
				value: isSafari
			},
			_ios: {
				type: Boolean,
				value: isIOS
			},
			_android: {
				type: Boolean,
				value: isAndroid
			},
			_touchDevice: {
				type: Boolean,
				value: isTouch
			},
			allRowsVisible: {
				type: Boolean,
				value: false,
				reflectToAttribute: true
			},
			isAttached: { value: false },
			__hasEmptyStateContent: {
				type: Boolean,
				value: false
			},
			__emptyState: {
				type: Boolean,
				computed: "__computeEmptyState(_flatSize, __hasEmptyStateContent)"
			}
		};
	}
	get _firstVisibleIndex() {
		return this.__getFirstVisibleItem()?.index;
	}
	get _lastVisibleIndex() {
		return this.__getLastVisibleItem()?.index;
	}
	constructor() {
		super();
		this.__onCellMouseEnter = this.__onCellMouseEnter.bind(this);
		this.__onCellMouseLeave = this.__onCellMouseLeave.bind(this);
		this.__onCellMouseDown = this.__onCellMouseDown.bind(this);
		this.__onCellKeyDown = this.__onCellKeyDown.bind(this);
	}
	connectedCallback() {
		super.connectedCallback();
		this.isAttached = true;
		this.__virtualizer.hostConnected();
	}
	disconnectedCallback() {
		super.disconnectedCallback();
		this.isAttached = false;
		this._hideTooltip(true);
	}
	__getFirstVisibleItem() {
		return this._getRenderedRows().find((row) => this._isInViewport(row));
	}
	__getLastVisibleItem() {
		return this._getRenderedRows().reverse().find((row) => this._isInViewport(row));
	}
	_isInViewport(item) {
		const scrollTargetRect = this.$.table.getBoundingClientRect();
		const itemRect = item.getBoundingClientRect();
		const headerHeight = this.$.header.getBoundingClientRect().height;
		const footerHeight = this.$.footer.getBoundingClientRect().height;
		return itemRect.bottom > scrollTargetRect.top + headerHeight && itemRect.top < scrollTargetRect.bottom - footerHeight;
	}
	_getRenderedRows() {
		return Array.from(this.$.items.children).filter((item) => !item.hidden).sort((a, b) => a.index - b.index);
	}
	_getRowContainingNode(node) {
		return getClosestCell(node)?.parentElement;
	}
	_isItemAssignedToRow(item, row) {
		const model = this.__getRowModel(row);
		return this.getItemId(item) === this.getItemId(model.item);
	}
	ready() {
		super.ready();
		setTouchAction(this, "");
		setTouchAction(this.$.scroller, "");
		this.__virtualizer = new Virtualizer({
			createElements: (count) => {
				return this.__createVirtualizerElements(count);
			},
			updateElement: (el, index) => {
				this.__updateVirtualizerElement(el, index);
			},
			scrollContainer: this.$.items,
			scrollTarget: this.$.table,
			reorderElements: true,
			__disableHeightPlaceholder: true
		});
		this._tooltipController = new TooltipController(this);
		this.addController(this._tooltipController);
		this._tooltipController.setManual(true);
		this.__emptyStateContentObserver = new SlotObserver(this.$.emptystateslot, ({ currentNodes }) => {
			this.$.emptystatecell._content = currentNodes[0];
			this.__hasEmptyStateContent = !!this.$.emptystatecell._content;
		});
	}
	updated(props) {
		super.updated(props);
		if (props.has("__hostVisible") && !props.get("__hostVisible")) {
			this._resetKeyboardNavigation();
			requestAnimationFrame(() => this.__scrollToPendingIndexes());
		}
		if (props.has("__headerRect") || props.has("__footerRect") || props.has("__itemsRect")) setTimeout(() => this.__updateMinHeight());
		if (props.has("__tableRect")) {
			setTimeout(() => this.__updateColumnsBodyContentHidden());
			this.__updateHorizontalScrollPosition();
		}
	}
	__getBodyCellCoordinates(cell) {
		if (this.$.items.contains(cell) && cell.localName === "td") return {
			item: cell.parentElement._item,
			column: cell._column
		};
	}
	__focusBodyCell({ item, column }) {
		const row = this._getRenderedRows().find((row) => row._item === item);
		(row && [...row.children].find((cell) => cell._column === column))?.focus();
	}
	_focusFirstVisibleRow() {
		const row = this.__getFirstVisibleItem();
		this.__rowFocusMode = true;
		row.focus();
	}
	_flatSizeChanged(flatSize, virtualizer, hasData, columnTree) {
		if (virtualizer && hasData && columnTree) {
			const cell = this.shadowRoot.activeElement;
			const cellCoordinates = this.__getBodyCellCoordinates(cell);
			const previousSize = virtualizer.size || 0;
			virtualizer.size = flatSize;
			virtualizer.update(previousSize - 1, previousSize - 1);
			if (flatSize < previousSize) virtualizer.update(flatSize - 1, flatSize - 1);
			if (cellCoordinates && cell.parentElement.hidden) this.__focusBodyCell(cellCoordinates);
			this._resetKeyboardNavigation();
		}
	}
	__createVirtualizerElements(count) {
		const rows = [];
		for (let i = 0; i < count; i++) {
			const row = document.createElement("tr");
			row.setAttribute("role", "row");
			row.setAttribute("tabindex", "-1");
			updatePart(row, "row", true);
			updatePart(row, "body-row", true);
			if (this._columnTree) this.__initRow(row, this._columnTree[this._columnTree.length - 1], "body", true);
			rows.push(row);
		}
		if (this._columnTree) this._columnTree[this._columnTree.length - 1].forEach((c) => {
			if (c.isConnected && c._cells) c._cells = [...c._cells];
		});
		return rows;
	}
	__onCellKeyDown(event) {
		event.currentTarget._column?.__onCellKeyDown?.(event);
	}
	__onCellMouseEnter(event) {
		if (!isAndroid && !isIOS && !this.$.scroller.hasAttribute("scrolling")) this._showTooltip(event);
	}
	__onCellMouseLeave() {
		if (!isAndroid && !isIOS) this._hideTooltip();
	}
	__onCellMouseDown() {
		if (!isAndroid && !isIOS) this._hideTooltip(true);
	}
	_createCell(tagName, column) {
		const slotName = `caas-vaadin-grid-cell-content-${this._contentIndex = this._contentIndex + 1 || 0}`;
		const cellContent = document.createElement("caas-vaadin-grid-cell-content");
		cellContent.setAttribute("slot", slotName);
		const cell = document.createElement(tagName);
		cell.id = slotName.replace("-content-", "-");
		cell.setAttribute("role", tagName === "td" ? "gridcell" : "columnheader");
		cell.addEventListener("mouseenter", this.__onCellMouseEnter);
		cell.addEventListener("mouseleave", this.__onCellMouseLeave);
		cell.addEventListener("mousedown", this.__onCellMouseDown);
		cell.addEventListener("keydown", this.__onCellKeyDown);
		const slot = document.createElement("slot");
		slot.setAttribute("name", slotName);
		if (column?._focusButtonMode) {
			const div = document.createElement("div");
			div.setAttribute("role", "button");
			div.setAttribute("tabindex", "-1");
			cell.appendChild(div);
			cell._focusButton = div;
			cell.focus = function(options) {
				cell._focusButton.focus(options);
			};
			div.appendChild(slot);
		} else {
			cell.setAttribute("tabindex", "-1");
			cell.appendChild(slot);
		}
		cell._content = cellContent;
		return cell;
	}
	__initRow(row, columns, section = "body", noNotify = false) {
		const contentsFragment = document.createDocumentFragment();
		iterateRowCells(row, (cell) => {
			cell._vacant = true;
		});
		row.replaceChildren();
		if (section === "body") {
			row.__cells = [];
			row.__detailsCell = null;
		}
		columns.filter((column) => !column.hidden).toSorted((a, b) => a._order - b._order).forEach((column, index, cols) => {
			let cell;
			if (section === "body") {
				if (!column._cells) column._cells = [];
				cell = column._cells.find((cell) => cell._vacant);
				if (!cell) {
					cell = this._createCell("td", column);
					column._cells.push(cell);
				}
				updatePart(cell, "cell", true);
				updatePart(cell, "body-cell", true);
				cell.__parentRow = row;
				row.__cells.push(cell);
				const isSizerRow = row === this.$.sizer;
				if (!column._bodyContentHidden || isSizerRow) row.appendChild(cell);
				if (isSizerRow) column._sizerCell = cell;
				if (index === cols.length - 1 && this.rowDetailsRenderer) {
					if (!this._detailsCells) this._detailsCells = [];
					const detailsCell = this._detailsCells.find((cell) => cell._vacant) || this._createCell("td");
					if (this._detailsCells.indexOf(detailsCell) === -1) this._detailsCells.push(detailsCell);
					if (!detailsCell._content.parentElement) contentsFragment.appendChild(detailsCell._content);
					this._configureDetailsCell(detailsCell);
					detailsCell.__parentRow = row;
					row.appendChild(detailsCell);
					row.__detailsCell = detailsCell;
					this.__a11ySetRowDetailsCell(row, detailsCell);
					detailsCell._vacant = false;
				}
				if (!noNotify) column._cells = [...column._cells];
			}
			if (!cell._content.parentElement) contentsFragment.appendChild(cell._content);
			cell._vacant = false;
			cell._column = column;
		});
		this.appendChild(contentsFragment);
		this._updateFirstAndLastColumnForRow(row);
	}
	__updateVirtualizerElement(row, index) {
		this._preventScrollerRotatingCellFocus(row, index);
		if (!this._columnTree) return;
		row.index = index;
		this.__ensureRowItem(row);
		this.__ensureRowHierarchy(row);
		this.__updateRow(row);
	}
	_columnTreeChanged(columnTree) {
		this._renderColumnTree(columnTree);
		this.__updateColumnsBodyContentHidden();
	}
	__updateRowOrderParts(row) {
		updateBooleanRowStates(row, {
			first: row.index === 0,
			last: row.index === this._flatSize - 1,
			odd: row.index % 2 !== 0,
			even: row.index % 2 === 0
		});
	}
	__updateRowStateParts(row, { item, expanded, selected, detailsOpened }) {
		updateBooleanRowStates(row, {
			expanded,
			collapsed: this.__isRowExpandable(row),
			selected,
			nonselectable: this.__isItemSelectable(item) === false,
			"details-opened": detailsOpened
		});
	}
	__computeEmptyState(flatSize, hasEmptyStateContent) {
		return flatSize === 0 && hasEmptyStateContent;
	}
	_renderColumnTree(columnTree) {
		iterateChildren(this.$.items, (row) => {
			this.__initRow(row, columnTree[columnTree.length - 1], "body", true);
			this.__updateRow(row);
		});
		this.__renderHeaderFooter();
		this.__initRow(this.$.sizer, columnTree[columnTree.length - 1]);
		this._resizeHandler();
		this.__a11yUpdateHeaderRows();
		this.__a11yUpdateFooterRows();
		this.__updateHeaderAndFooter();
	}
	__updateRowLoading(row, loading) {
		const cells = getBodyRowCells(row);
		updateState(row, "loading", loading);
		updateCellsPart(cells, "loading-row-cell", loading);
		if (loading) this._generateCellPartNames(row);
	}
	__updateRow(row) {
		this.__a11yUpdateRowRowindex(row);
		this.__updateRowOrderParts(row);
		const item = this.__getRowItem(row);
		if (item) this.__updateRowLoading(row, false);
		else {
			this.__updateRowLoading(row, true);
			return;
		}
		row._item = item;
		const model = this.__getRowModel(row);
		this._toggleDetailsCell(row, model.detailsOpened);
		this.__a11yUpdateRowLevel(row, model.level);
		this.__a11yUpdateRowSelected(row, model.selected);
		this.__updateRowStateParts(row, model);
		this._generateCellPartNames(row, model);
		this._filterDragAndDrop(row, model);
		this.__updateDragSourceParts(row, model);
		iterateChildren(row, (cell) => {
			if (cell._column && !cell._column.isConnected) return;
			if (cell._renderer) {
				const owner = cell._column || this;
				cell._renderer.call(owner, cell._content, owner, model);
			}
		});
		this._updateDetailsCellHeight(row);
		this.__a11yUpdateRowExpanded(row, model.expanded);
	}
	_resizeHandler() {
		this._updateDetailsCellHeights();
		this.__updateHorizontalScrollPosition();
	}
	__getRowModel(row) {
		return {
			index: row.index,
			item: row._item,
			level: this.__getRowLevel(row),
			expanded: this._isExpanded(row._item),
			selected: this._isSelected(row._item),
			hasChildren: this._hasChildren(row._item),
			detailsOpened: !!this.rowDetailsRenderer && this._isDetailsOpened(row._item)
		};
	}
	_showTooltip(event) {
		if (this._tooltipController.node?.isConnected) {
			const target = event.target;
			if (!this.__isCellFullyVisible(target)) return;
			this._tooltipController.setTarget(target);
			this._tooltipController.setContext(this.getEventContext(event));
			this._tooltipController.open({
				focus: event.type === "focusin",
				hover: event.type === "mouseenter"
			});
		}
	}
	__isCellFullyVisible(cell) {
		if (cell.hasAttribute("frozen") || cell.hasAttribute("frozen-to-end")) return true;
		let { left, right } = this.getBoundingClientRect();
		const frozen = [...cell.parentNode.children].find((cell) => cell.hasAttribute("last-frozen"));
		if (frozen) {
			const frozenRect = frozen.getBoundingClientRect();
			left = this.__isRTL ? left : frozenRect.right;
			right = this.__isRTL ? frozenRect.left : right;
		}
		const frozenToEnd = [...cell.parentNode.children].find((cell) => cell.hasAttribute("first-frozen-to-end"));
		if (frozenToEnd) {
			const frozenToEndRect = frozenToEnd.getBoundingClientRect();
			left = this.__isRTL ? frozenToEndRect.right : left;
			right = this.__isRTL ? right : frozenToEndRect.left;
		}
		const cellRect = cell.getBoundingClientRect();
		return cellRect.left >= left && cellRect.right <= right;
	}
	_hideTooltip(immediate) {
		this._tooltipController.close(immediate);
	}
	requestContentUpdate() {
		this.__updateHeaderAndFooter();
		this.__updateVisibleRows();
	}
	__updateHeaderAndFooter() {
		(this._columnTree || []).forEach((level) => {
			level.forEach((column) => {
				if (column._renderHeaderAndFooter) column._renderHeaderAndFooter();
			});
		});
	}
	__updateVisibleRows(start, end) {
		this.__virtualizer?.update(start, end);
	}
	__updateMinHeight() {
		const rowHeight = 36;
		const headerHeight = this.$.header.clientHeight;
		const footerHeight = this.$.footer.clientHeight;
		const scrollbarHeight = this.$.table.offsetHeight - this.$.table.clientHeight;
		const minHeight = headerHeight + rowHeight + footerHeight + scrollbarHeight;
		if (!this.__minHeightStyleSheet) {
			this.__minHeightStyleSheet = new CSSStyleSheet();
			this.shadowRoot.adoptedStyleSheets.push(this.__minHeightStyleSheet);
		}
		this.__minHeightStyleSheet.replaceSync(`:host { --_grid-min-height: ${minHeight}px; }`);
	}
};
var DEFAULT_I18N = {
	selectAll: "Select All",
	selectAllUnavailable: "Select All unavailable",
	selectRow: "Select Row {rowHeader}",
	sorter: "Sort by {column}"
};
var Grid = class extends GridMixin(I18nMixin(ElementMixin(ThemableMixin(PolylitMixin(LumoInjectionMixin(LitElement)))))) {
	static get is() {
		return "caas-vaadin-grid";
	}
	static get styles() {
		return [gridStyles, screenReaderOnly];
	}
	static get defaultI18n() {
		return DEFAULT_I18N;
	}
	get i18n() {
		return super.i18n;
	}
	set i18n(value) {
		super.i18n = value;
	}
	render() {
		return html`
      <div
        id="scroller"
        ?safari="${this._safari}"
        ?ios="${this._ios}"
        ?loading="${this.loading}"
        ?column-reordering-allowed="${this.columnReorderingAllowed}"
        ?empty-state="${this.__emptyState}"
      >
        <table
          id="table"
          role="grid"
          aria-multiselectable="true"
          tabindex="0"
          aria-label="${ifDefined(this.accessibleName)}"
        >
          <caption id="sizer" part="row"></caption>
          <thead id="header" role="rowgroup"></thead>
          <tbody id="items" role="rowgroup"></tbody>
          <tbody id="emptystatebody">
            <tr id="emptystaterow">
              <td part="empty-state" class="empty-state" id="emptystatecell" tabindex="0">
                <slot name="empty-state" id="emptystateslot"></slot>
              </td>
            </tr>
          </tbody>
          <tfoot id="footer" role="rowgroup"></tfoot>
        </table>

        <div part="reorder-ghost" class="reorder-ghost"></div>
      </div>

      <slot name="tooltip"></slot>

      <div id="focusexit" tabindex="0"></div>
    `;
	}
};
return { Grid, GridColumn };
}
